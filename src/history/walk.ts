import type {CarriedFinding, KeptFinding, KeptRun} from '../model/history.ts'
import {Horizon} from './looked-at.ts'

/** A run without what it knows of earlier ones, which a walk through these finds out itself. */
export type SeenRun = Omit<KeptRun, 'carried'>

/** A finding that is there as far as anybody knows. */
interface Open {
  readonly finding: KeptFinding
  readonly lastSeen: string
  /** Gaps that were there when it was seen last: they do not hide it. */
  readonly despite: () => CarriedFinding['despite']
  /** States that were read then. */
  readonly states: readonly string[]
}

/** What one run says of each finding. */
export interface Step {
  readonly at: string
  readonly seen: ReadonlyMap<string, KeptFinding>
  /** Not found where it was looked for. */
  readonly gone: readonly KeptFinding[]
  /** Not found, and not looked for: of these nothing is said. */
  readonly unknown: ReadonlySet<string>
  /** Not told, for somebody said so. */
  readonly ignored: ReadonlySet<string>
}

/**
 * Goes through runs of one scope, oldest first, and keeps which findings are there as far as anybody knows. A run that could not have
 * seen a finding says nothing of it.
 */
export class Walk {
  readonly #open = new Map<string, Open>()

  /** Starts behind a run, with what that one knew of those before it. */
  static after(run: KeptRun): Walk {
    const walk = new Walk()
    for (const {finding, lastSeen, despite, lacking = []} of run.carried) {
      const states = [...run.states, ...lacking]
      walk.#open.set(finding.fingerprint, {finding, lastSeen, despite: () => despite, states})
    }
    walk.#see(run, new Horizon(run))
    return walk
  }

  step(run: SeenRun): Step {
    const horizon = new Horizon(run)
    const seen = new Map(run.findings.map((finding) => [finding.fingerprint, finding]))
    const isIgnored = new Set(run.ignored)
    const gone: KeptFinding[] = []
    const [unknown, ignored] = [new Set<string>(), new Set<string>()]
    for (const [fingerprint, {finding, despite, states}] of this.#open) {
      if (seen.has(fingerprint)) continue
      if (isIgnored.has(fingerprint)) ignored.add(fingerprint)
      else if (horizon.hides(finding, despite(), states)) unknown.add(fingerprint)
      else gone.push(finding)
    }
    for (const {fingerprint} of gone) this.#open.delete(fingerprint)
    this.#see(run, horizon)
    return {at: run.brief.at, seen, gone, unknown, ignored}
  }

  /** What is there as far as anybody knows. */
  open(): ReadonlyMap<string, KeptFinding> {
    return new Map([...this.#open].map(([fingerprint, {finding}]) => [fingerprint, finding]))
  }

  /** What the last run did not see and does not know to be gone, to be kept with it. */
  carried(run: SeenRun): readonly CarriedFinding[] {
    const seen = new Set(run.findings.map(({fingerprint}) => fingerprint))
    const read = new Set(run.states)
    return [...this.#open.values()]
      .filter(({finding}) => !seen.has(finding.fingerprint))
      .map(({finding, lastSeen, despite, states}) => {
        const lacking = states.filter((state) => !read.has(state))
        return {finding, lastSeen, despite: despite(), ...(lacking.length > 0 && {lacking})}
      })
  }

  #see({findings, states, brief}: SeenRun, horizon: Horizon): void {
    for (const finding of findings) {
      const despite = () => horizon.covering(finding)
      this.#open.set(finding.fingerprint, {finding, lastSeen: brief.at, despite, states})
    }
  }
}
