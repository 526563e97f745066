import {loadCatalog} from '../catalog/catalog.ts'
import {coverageOf} from '../drift/coverage-of.ts'
import {codeOnlyFindings} from '../drift/code-only.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import {compareFindings} from '../model/finding.ts'
import {compareGaps} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {runRate} from '../spend/run-rate.ts'
import {checkTags} from '../tags/check.ts'
import {ownershipBy} from '../tags/ownership.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {attributed} from './attributed.ts'
import {confirmedDrift} from './confirm.ts'
import {takeCode, type CodeRequest} from './code.ts'
import {takeDeclared} from './declared.ts'
import {takeLive, type LiveRequest} from './live.ts'
import {policyOf, tagContext} from './tag-check.ts'

export interface ScanRequest {
  /** Files, folders, globs, `-`. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** The Terraform code that the states came from, for three-way verdicts. */
  readonly code?: CodeRequest
  /** Tag policies, in the order in which they combine; without any, tags are not checked. */
  readonly policies: readonly PolicyText[]
  /** Asks AWS who changed what was found; nothing for a snapshot, which does not know. */
  readonly attribute?: boolean
}

/** Drift, tags and accelerator spend in one pass: declared and live in, report out. */
export async function scan(request: ScanRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  const code = request.code && (await takeCode(request.code, {joiner, catalog}, surroundings))
  const live = await takeLive(request.live, joiner.declaredObjects(), catalog, surroundings)
  const means = {reread: live.reread, catalog, writtenAt: declared.writtenAt}
  const {joined, drift, ...made} = await confirmedDrift(joiner.join(live.index), means, surroundings)
  const context = tagContext(joined, catalog, surroundings)
  const tags = checkTags(joined.objects, policy, context)
  const ownership = ownershipBy(policy, context)
  const {spend, ...priced} = runRate(joined.objects, {catalog, ...(ownership && {ownership})})
  const codeOnly = code ? codeOnlyFindings(code, catalog) : []
  const found = [...drift.findings, ...codeOnly, ...tags.findings, ...priced.findings].toSorted(compareFindings)
  const {findings, ...asked} = await attributed(found, request.attribute ? live.sessionOf : undefined, surroundings)
  const gaps = [
    ...declared.gaps,
    ...(code?.gaps ?? []),
    ...withoutEchoes(live.index.gaps.toSorted(compareGaps), joined.gaps),
    ...joined.gaps,
    ...made.gaps,
    ...tags.gaps,
    ...priced.gaps,
    ...asked.gaps,
  ]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {
      states: declared.states,
      live: {...live.input, ...(made.confirmation && {confirmation: made.confirmation})},
      policies: policy.names,
    },
    findings,
    summary: summarize(findings, gaps),
    coverage: coverageOf(joined, drift),
    gaps,
    spend,
  }
}
