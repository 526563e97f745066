import type {JoinedObject} from '../join/joined.ts'
import type {Baseline} from '../model/baseline.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareFindings, type Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Report, ReportInputs} from '../model/report.ts'
import type {Looked, Sought} from '../select/baseline/looked.ts'
import type {BaselineText} from '../select/baseline/parse.ts'
import type {Filter} from '../select/filter/filter.ts'
import {Ignores} from '../select/ignore/apply.ts'
import type {IgnoreSources} from '../select/ignore/entry.ts'
import {fromComment} from '../select/ignore/from-comment.ts'
import {fromEntry} from '../select/ignore/from-entry.ts'
import type {Ignore, Names} from '../select/ignore/ignore.ts'
import {commentedIn, type CommentedCode} from './selected/commented.ts'
import {Met} from './selected/met.ts'
import {stand} from './selected/stand.ts'

export type {IgnoreSources} from '../select/ignore/entry.ts'

/** Which of a run's findings count. */
export interface SelectRequest {
  readonly ignores?: IgnoreSources
  readonly baseline?: BaselineText
  /** JMESPath over a finding; all of them have to hold. */
  readonly filters?: readonly string[]
}

interface Loaded {
  readonly ignores: readonly Ignore[]
  readonly filters: readonly Filter[]
  readonly baseline: LoadedBaseline | undefined
}

interface LoadedBaseline {
  readonly name: string
  readonly accepted: Baseline
}

/** Of whom nothing is told at all, by types and address alone. */
export function ignoredWhole({entries}: IgnoreSources, now: Date): (names: Names) => boolean {
  const ignores = new Ignores(entries.map(fromEntry), dayOf(now))
  return (names) => ignores.wouldTake(names)
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** What the run read, for those who want to know what it could have found. */
interface Run {
  readonly inputs: ReportInputs
  readonly gaps: readonly Gap[]
  /** What a selection of types and addresses takes; default: everything. */
  readonly takes?: Looked['takes'] | undefined
  /** Of a check of tags nothing else is to be expected. */
  readonly tagsAlone?: boolean
}

export type Selected = Pick<Report, 'findings' | 'ignored' | 'baseline' | 'filtered'>

/**
 * Ignores, baseline and filters of one run, in this order: what somebody said not to tell is taken away, what is left is new or known,
 * and filters are about that. What goes by types and addresses alone is asked before anything is read (`takesResource`, `takesType`).
 */
export class Selector {
  readonly #today: string
  readonly #ignores: Ignores
  readonly #filters: readonly Filter[]
  readonly #baseline: LoadedBaseline | undefined
  readonly #met: Met
  /** Whether anything may be left out before it is read. */
  readonly narrows: boolean

  private constructor(met: Met, today: string, {ignores, filters, baseline}: Loaded) {
    this.#today = today
    this.#ignores = new Ignores(ignores, today)
    this.#filters = filters
    this.#baseline = baseline
    this.#met = met
    this.narrows = filters.length > 0 || ignores.some(({takesAll}) => takesAll !== undefined)
  }

  /**
   * The parsers of what is asked for are loaded here.
   *
   * @throws TrueupError `filter-invalid`, `baseline-invalid`
   */
  static async from({filters = [], ignores, baseline}: SelectRequest = {}, now: Date): Promise<Selector> {
    const entries = ignores?.entries ?? []
    const files = ignores?.driftignores ?? []
    const lines =
      files.length === 0 ? [] : files.flatMap((await import('../select/ignore/from-driftignore.ts')).fromDriftignore)
    const parsed = filters.length === 0 ? [] : filters.map((await import('../select/filter/filter.ts')).parseFilter)
    const loaded = baseline && {
      name: baseline.name,
      accepted: (await import('../select/baseline/parse.ts')).parseBaseline(baseline),
    }
    const tags = entries.flatMap(({tag}) => tag ?? [])
    const met = new Met({tags, keepsDeclared: baseline !== undefined || files.length > 0})
    const all = [...entries.map(fromEntry), ...lines]
    return new Selector(met, dayOf(now), {ignores: all, filters: parsed, baseline: loaded})
  }

  /** Whether anything that could be said of a resource may count; what is ignored is counted. */
  takesResource(names: Names): boolean {
    return this.#filters.every(({mayTake}) => mayTake(names)) && !this.#ignores.takesResource(names)
  }

  takesType(types: Names['types']): boolean {
    return this.#mayTake({types})
  }

  /** Objects as they were joined; they need not be kept for this. */
  meet(objects: Iterable<JoinedObject>): void {
    this.#met.meet(objects)
  }

  /** What states recorded, and what the code says of it; they need not be kept for this. */
  declare(recorded: Iterable<DeclaredResource>, code?: CommentedCode): void {
    if (!code) {
      this.#met.declare(recorded)
      return
    }
    const declared = [...recorded]
    this.#met.declare(declared)
    this.#ignores.add(commentedIn(code, declared).map(fromComment))
  }

  select(found: readonly Finding[], {inputs, gaps, takes, tagsAlone = false}: Run): Selected {
    const left = this.#ignores.apply(found, this.#met.facts())
    const isTaken = (sought: Sought) => takes?.(sought) !== false && this.#mayTake(namesOf(sought))
    const looked = {...this.#met.looked(), inputs, gaps, takes: isTaken, tagsAlone}
    const about = this.#ignores.findings(looked)
    const told = about.length === 0 ? left : [...left, ...about].toSorted(compareFindings)
    const stood = this.#baseline
      ? stand(this.#baseline, {told, found: [...found, ...about]}, looked, this.#today)
      : {findings: told}
    const ignored = this.#ignores.figures()
    return {...stood, ...this.#filter(stood.findings), ...(ignored && {ignored})}
  }

  /** As `takesResource`, for what need not be there; nothing is counted. */
  #mayTake(names: Names): boolean {
    return this.#filters.every(({mayTake}) => mayTake(names)) && !this.#ignores.wouldTake(names)
  }

  #filter(findings: readonly Finding[]): Pick<Selected, 'findings' | 'filtered'> {
    if (this.#filters.length === 0) return {findings}
    const left = findings.filter((finding) => this.#filters.every(({takes}) => takes(finding)))
    const expressions = this.#filters.map(({expression}) => expression)
    return {findings: left, filtered: {expressions, findings: findings.length - left.length}}
  }
}

function namesOf({type, objectType, address}: Sought): Names {
  return {types: [type, objectType], ...(address !== undefined && {address})}
}
