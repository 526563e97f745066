import {loadCatalog} from './catalog/catalog.ts'
import {readStates, type StateEvent} from './declared/state/read-states.ts'
import {findDrift} from './drift/drift.ts'
import {Joiner, type Joined} from './join/join.ts'
import {LiveIndex} from './join/live-index.ts'
import {openSnapshot} from './live/snapshot/read.ts'
import type {Coverage} from './model/coverage.ts'
import {compareFindings, type Finding} from './model/finding.ts'
import type {Gap} from './model/gap.ts'
import type {LiveEvent} from './model/live.ts'
import type {Report, ReportInputs} from './model/report.ts'
import {summarize} from './model/summarize.ts'
import type {Surroundings} from './model/surroundings.ts'

export interface ScanRequest {
  /** Files, folders, globs, `-`. */
  readonly states: readonly string[]
  readonly live: LiveRequest
}

export interface LiveRequest {
  readonly kind: 'snapshot'
  readonly file: string
}

/** Drift, tags and accelerator spend in one pass: declared and live in, report out. */
export async function scan(request: ScanRequest, surroundings: Surroundings): Promise<Report> {
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(readStates(request.states, surroundings), joiner, surroundings)
  const {index, live} = await takeLive(request.live, surroundings)
  const joined = joiner.join(index)
  const drift = findDrift(joined.objects, catalog)
  const findings = drift.findings.toSorted(compareFindings)
  const gaps = [...declared.gaps, ...index.gaps, ...joined.gaps]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {states: declared.states, live, policies: []},
    findings,
    summary: summarize(findings, gaps),
    coverage: coverageOf(joined, drift),
    gaps,
  }
}
