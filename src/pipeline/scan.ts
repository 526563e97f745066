import {loadCatalog} from '../catalog/catalog.ts'
import {coverageOf} from '../drift/coverage-of.ts'
import {codeOnlyFindings} from '../drift/code-only.ts'
import {unseenGaps} from '../drift/unseen-parts.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import {compareFindings} from '../model/finding.ts'
import {compareGaps} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {selectionOf} from '../select/selection.ts'
import {runRate} from '../spend/run-rate.ts'
import {checkTags} from '../tags/check.ts'
import {ownershipBy} from '../tags/ownership.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {attributed} from './attributed.ts'
import {confirmedDrift} from './confirm.ts'
import {takeCode, type CodeRequest} from './code.ts'
import {takeDeclared} from './declared.ts'
import {takeLive, type LiveRequest} from './live.ts'
import {narrowedBy, wantedFrom, withoutOthers} from './narrowed.ts'
import {priced as withCosts} from './priced.ts'
import {remedied} from './remedied.ts'
import {PriceSource, type PriceRequest} from './prices.ts'
import {policyOf, tagContext} from './tag-check.ts'
import {tagShareOf} from './tag-share.ts'

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
  /** Patterns that the scan is narrowed by; default: all that is declared, and all that is unmanaged. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  /** Default: the list that comes with trueup. */
  readonly prices?: PriceRequest
}

/** Drift, tags and accelerator spend in one pass: declared and live in, report out. */
export async function scan(request: ScanRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const selection = selectionOf(request.only, request.skip)
  const narrowed = selection && narrowedBy(selection, catalog)
  const declared = await takeDeclared(request.states, {joiner, catalog, narrowed}, surroundings)
  const code = request.code && (await takeCode(request.code, {joiner, catalog}, surroundings))
  const live = await takeLive(request.live, wantedFrom(joiner, catalog, narrowed), catalog, surroundings)
  const means = {reread: live.reread, catalog, writtenAt: declared.writtenAt}
  const all = joiner.join(live.index)
  const known = selection && narrowed ? withoutOthers(all, narrowed, selection) : all
  const {joined, drift, ...made} = await confirmedDrift(known, means, surroundings)
  const context = tagContext(joined, catalog, surroundings)
  const tags = checkTags(joined.objects, policy, context)
  const ownership = ownershipBy(policy, context)
  const {spend, ...priced} = runRate(joined.objects, {catalog, ...(ownership && {ownership})})
  const costs = await withCosts(drift.findings, joined.objects, new PriceSource(request.prices, surroundings))
  const codeOnly = code ? codeOnlyFindings(code, catalog) : []
  const found = [...costs.findings, ...codeOnly, ...tags.findings, ...priced.findings]
    .filter((finding) => narrowed?.takesFinding(finding) !== false)
    .toSorted(compareFindings)
  const asked = await attributed(found, request.attribute ? live.sessionOf : undefined, surroundings)
  const fixable = {states: declared.states, recorded: joiner.recorded(), code: code?.fixable, catalog}
  const findings = await remedied(asked.findings, fixable)
  const gaps = [
    ...declared.gaps,
    ...(code?.gaps ?? []),
    ...withoutEchoes(live.index.gaps.toSorted(compareGaps), joined.gaps).filter(
      (gap) => narrowed?.takesGap(gap) !== false,
    ),
    ...joined.gaps,
    ...made.gaps,
    ...unseenGaps(joined.objects, catalog),
    ...tags.gaps,
    ...priced.gaps,
    ...costs.gaps,
    ...asked.gaps,
  ]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {
      states: declared.states,
      live: {...live.input, ...(made.confirmation && {confirmation: made.confirmation})},
      policies: policy.names,
      ...(selection && {selection: {only: selection.only, skip: selection.skip}}),
    },
    findings,
    summary: selection ? {...summarize(findings, gaps), clean: false} : summarize(findings, gaps),
    coverage: coverageOf(joined, drift),
    gaps,
    spend,
    ...tagShareOf(joined.objects, policy, {context, spend}),
  }
}
