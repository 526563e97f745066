import {fingerprintOf, type Finding, type FindingDetail, type Severity} from '../../model/finding.ts'
import type {Ignored, IgnoredBy} from '../../model/selected.ts'
import type {Looked} from '../baseline/looked.ts'
import type {Facts, Ignore, Names} from './ignore.ts'

/** What each ignore met. */
interface Met {
  /** Findings that it took away, or would have, had its day not passed; of several ignores the first takes a finding. */
  findings: number
  resources: number
  /** Whether it fits anything at all, taken by another or not. */
  used: boolean
}

/** All ignores of a run on a given day, and what they met. */
export class Ignores {
  readonly #today: string
  readonly #all: Ignore[] = []
  readonly #active: Ignore[] = []
  readonly #met = new Map<Ignore, Met>()
  readonly #taken: string[] = []

  /** @param today ISO 8601; an ignore holds to the end of its last day */
  constructor(all: readonly Ignore[], today: string) {
    this.#today = today
    this.add(all)
  }

  /** Those that are known later. */
  add(more: readonly Ignore[]): void {
    for (const one of more) {
      this.#all.push(one)
      if (one.until === undefined || one.until >= this.#today) this.#active.push(one)
      this.#met.set(one, {findings: 0, resources: 0, used: false})
    }
  }

  /** Whether nothing of a resource is to be told, so that it need not be looked at; counted. */
  takesResource(names: Names): boolean {
    const by = this.#active.find(({takesAll}) => takesAll?.(names))
    if (by) this.#note(by, 'resources')
    return by !== undefined
  }

  /** As `takesResource`, for what need not be there: not counted. */
  wouldTake(names: Names): boolean {
    return this.#active.some(({takesAll}) => takesAll?.(names))
  }

  /** Those that are left. */
  apply(findings: readonly Finding[], facts: Facts): readonly Finding[] {
    const active = new Set(this.#active)
    const expired = this.#all.filter((one) => !active.has(one))
    const singles = this.#active.filter(({group}) => group === undefined)
    const groups = new Set(this.#active.flatMap(({group}) => group ?? []))
    return findings.filter((finding) => {
      const fitting = [
        ...singles.filter((one) => one.takes(finding, facts)),
        ...[...groups].flatMap((group) => group(finding, facts) ?? []),
      ]
      for (const one of fitting) this.#of(one).used = true
      const [by] = fitting
      if (by) {
        this.#note(by, 'findings')
        this.#taken.push(finding.fingerprint)
      } else for (const one of expired) if (one.takes(finding, facts)) this.#note(one, 'findings')
      return by === undefined
    })
  }

  /** What is wrong with the ignores themselves. */
  findings(looked: Looked): readonly Finding[] {
    const active = new Set(this.#active)
    return this.#all.flatMap((one): Finding[] => {
      const {findings, used} = this.#of(one)
      const {rule, reason, until} = one
      const told = {ignore: rule, ...(reason !== undefined && {reason})}
      if (!active.has(one))
        return [toFinding(one, {code: 'ignore-expired', ...told, expired: until ?? '', findings}, 'low')]
      return used || !one.hadItsChance(looked) ? [] : [toFinding(one, {code: 'ignore-unused', ...told}, 'info')]
    })
  }

  /** Undefined where nobody said what to ignore. */
  figures(): Ignored | undefined {
    if (this.#all.length === 0) return undefined
    const by = this.#active.map((one): IgnoredBy => {
      const {kind, rule, source, reason, until} = one
      const {findings, resources} = this.#of(one)
      return {
        kind,
        rule,
        ...(source && {source}),
        ...(reason !== undefined && {reason}),
        ...(until !== undefined && {until}),
        findings,
        resources,
      }
    })
    return {findings: sum(by, 'findings'), fingerprints: this.#taken, resources: sum(by, 'resources'), by}
  }

  #note(one: Ignore, what: 'findings' | 'resources'): void {
    const met = this.#of(one)
    met[what] += 1
    met.used = true
  }

  #of(one: Ignore): Met {
    const met = this.#met.get(one)
    if (!met) throw new Error('an ignore of another run')
    return met
  }
}

function toFinding({identity, source}: Ignore, detail: FindingDetail, severity: Severity): Finding {
  const subject = {objectType: 'ignore', id: identity}
  return {
    ...detail,
    severity,
    confidence: 'curated',
    subject,
    ...(source && {source}),
    fingerprint: fingerprintOf(detail, subject),
  }
}

function sum(by: readonly IgnoredBy[], what: 'findings' | 'resources'): number {
  return by.reduce((total, one) => total + one[what], 0)
}
