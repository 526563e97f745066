import type {JoinedObject} from '../join/joined.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareText, fingerprintOf} from '../model/finding.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {
  tagCoverageDimensions,
  type TagCoverage,
  type TagCoverageDimension,
  type TagCoverageFigures,
  type TagCoverageRow,
} from '../model/tag-coverage.ts'
import {Unknown} from '../model/value.ts'
import {isTaggable} from '../catalog/taggable.ts'
import type {TagCheckContext} from './check.ts'
import {Exemptions} from './exemptions.ts'
import {judge, type Verdict} from './judge.ts'
import type {TagPolicy, TagRule} from './policy/policy.ts'
import {isWildcard} from '../model/wildcard.ts'
import {RulePlans} from './rule-plans.ts'
import {appliesTo} from './scope.ts'
import {isSingleTag} from './single-tags.ts'
import {taggability} from './taggability.ts'
import {taggedAlone, taggedInCode, taggedOf, type Tagged} from './tagged.ts'
import {shown, type TagView} from './tag-view.ts'

export interface CoverageContext extends TagCheckContext {
  /** Fingerprints of violations that are known already. */
  readonly baseline: ReadonlySet<string>
}

/** What an object costs a month; a decimal. */
export interface Monthly {
  readonly amount: string
  readonly currency: string
}

export type Coverage = Pick<TagCoverage, 'keys' | 'total' | 'by' | 'teamKey' | 'notTaggable' | 'inBaseline'>

type Standing = 'covered' | 'lacking' | 'exempted' | 'unknown'

/**
 * How often required keys are on what can be tagged. An object is judged by its live tags, by the declared ones where these are not seen.
 * Object by object, however many there are: what is kept is counts and sums. Pure.
 */
export class CoverageRun {
  readonly #rules: RulePlans
  readonly #required: readonly TagRule[]
  readonly #exemptions: Exemptions
  readonly #baseline: ReadonlySet<string>
  readonly #teamKey: string | undefined
  readonly #total = new Sum()
  readonly #by = new Map<TagCoverageDimension, Map<string, Sum>>(tagCoverageDimensions.map((name) => [name, new Map()]))
  #notTaggable = 0
  #inBaseline = 0

  constructor({rules, exemptions}: TagPolicy, {today, baseline}: Pick<CoverageContext, 'today' | 'baseline'>) {
    this.#required = rules.filter(({presence, key}) => presence === 'required' && !isWildcard(key))
    this.#rules = new RulePlans(this.#required)
    this.#exemptions = new Exemptions(exemptions, today)
    this.#baseline = baseline
    this.#teamKey = this.#required.find(({ownership}) => ownership)?.key
  }

  /** @param monthly undefined where it has no price */
  add(object: JoinedObject, monthly: Monthly | undefined, context: CoverageContext): void {
    const taggable = taggability(object, context.catalog)
    if (taggable === 'no') this.#notTaggable += 1
    else for (const tagged of taggedOf(object, context)) this.#add(tagged, taggable === 'yes', monthly)
  }

  #addResource(resource: DeclaredResource, tagged: Tagged): void {
    if (isTaggable(resource.type)) this.#add(tagged, true)
    else if (!isSingleTag(resource)) this.#notTaggable += 1
  }

  #add(tagged: Tagged, isKnownTaggable: boolean, monthly?: Monthly): void {
    const isSeen = tagged.live !== undefined && tagged.liveBlind === undefined
    const view = isSeen ? tagged.live : (tagged.declared ?? tagged.live)
    if (!view) return
    const side = view === tagged.declared && !isSeen ? 'declared' : 'live'
    const keys = this.#standings(tagged, view, side, isKnownTaggable)
    if (keys.size === 0) return
    const all = overall([...keys.values()])
    if (all === 'known') {
      this.#inBaseline += 1
      return
    }
    const {type, subject, location} = tagged
    this.#total.add(all, monthly)
    this.#count('type', type ?? subject.objectType ?? 'unknown', all, monthly)
    this.#count('account', location.account ?? 'unknown', all, monthly)
    this.#count('region', location.region ?? 'unknown', all, monthly)
    this.#count('team', this.#teamOf(view), all, monthly)
    for (const [key, standing] of keys) if (standing !== 'known') this.#count('key', key, standing, monthly)
  }

  #standings(tagged: Tagged, view: TagView, side: 'declared' | 'live', isKnownTaggable: boolean) {
    const standings = new Map<string, Standing | 'known'>()
    for (const rule of this.#rules.at(tagged)) {
      const applies = appliesTo(rule.scope, tagged, view)
      if (applies === 'no') continue
      const verdict: Verdict = applies === 'yes' && isKnownTaggable ? judge(rule, rule.key, view) : {is: 'unknown'}
      const standing = this.#standing(verdict, tagged, view, side)
      const before = standings.get(rule.key)
      standings.set(rule.key, before === undefined ? standing : overall([before, standing]))
    }
    return standings
  }

  #standing(verdict: Verdict, tagged: Tagged, view: TagView, on: 'declared' | 'live'): Standing | 'known' {
    if (verdict.is === 'right') return 'covered'
    if (verdict.is === 'unknown') return 'unknown'
    const {breach} = verdict
    if (this.#exemptions.covers(breach.key, tagged, view)) return 'exempted'
    // A violation on both sides is told of the declared one.
    const isKnown = [on, 'declared' as const].some((side) =>
      this.#baseline.has(fingerprintOf({...breach, on: side}, tagged.subject)),
    )
    return isKnown ? 'known' : 'lacking'
  }

  #count(dimension: TagCoverageDimension, name: string, standing: Standing, monthly: Monthly | undefined): void {
    const rows = this.#by.get(dimension)
    const sum = rows?.get(name) ?? new Sum()
    rows?.set(name, sum)
    sum.add(standing, monthly)
  }

  #teamOf({tags, rest}: TagView): string {
    if (this.#teamKey === undefined) return 'nobody asks'
    const value = tags.get(this.#teamKey)
    if (value === undefined) return rest === 'none' ? 'nobody' : 'not knowable'
    return value instanceof Unknown ? 'not knowable' : shown(this.#teamKey, value)
  }

  /**
   * With the resources that are part of no object.
   *
   * @param currency the one that amounts are told in; what costs in another is counted alone
   */
  result(currency: string, context: CoverageContext): Coverage {
    for (const resource of context.unjoined ?? []) this.#addResource(resource, taggedAlone(resource, context))
    for (const resource of context.notApplied ?? []) this.#addResource(resource, taggedInCode(resource, context))
    const rows = (name: TagCoverageDimension) =>
      [...(this.#by.get(name) ?? [])].map(([row, sum]) => ({name: row, ...sum.figures(currency)})).toSorted(worstFirst)
    return {
      keys: [...new Set(this.#required.map(({key}) => key))].toSorted(compareText),
      total: this.#total.figures(currency),
      by: {key: rows('key'), type: rows('type'), account: rows('account'), region: rows('region'), team: rows('team')},
      ...(this.#teamKey !== undefined && {teamKey: this.#teamKey}),
      notTaggable: this.#notTaggable,
      inBaseline: this.#inBaseline,
    }
  }
}

/** The worst of several counts. */
const order: readonly (Standing | 'known')[] = ['lacking', 'unknown', 'known', 'exempted', 'covered']

function overall(standings: readonly (Standing | 'known')[]): Standing | 'known' {
  return order.find((standing) => standings.includes(standing)) ?? 'covered'
}

/** Where most lacks, by money and then by number, comes first. */
function worstFirst(a: TagCoverageRow, b: TagCoverageRow): number {
  const money = new Decimal(b.monthly?.lacking ?? 0).comparedTo(a.monthly?.lacking ?? 0)
  return money || b.lacking - a.lacking || b.objects - a.objects || compareText(a.name, b.name)
}

/** Counts and amounts of one row. */
class Sum {
  readonly #counts: Record<Standing, number> = {covered: 0, lacking: 0, exempted: 0, unknown: 0}
  readonly #amounts = new Map<string, Record<Standing, Decimal>>()

  add(standing: Standing, monthly: Monthly | undefined): void {
    this.#counts[standing] += 1
    if (monthly === undefined) return
    const amounts = this.#amounts.get(monthly.currency) ?? nothing()
    amounts[standing] = amounts[standing].plus(monthly.amount)
    this.#amounts.set(monthly.currency, amounts)
  }

  figures(currency: string): TagCoverageFigures {
    const {covered, lacking, exempted, unknown} = this.#counts
    const amounts = this.#amounts.get(currency)
    return {
      objects: covered + lacking + exempted + unknown,
      covered,
      lacking,
      exempted,
      unknown,
      ...(amounts && {monthly: monthlyFigures(amounts)}),
    }
  }
}

function nothing(): Record<Standing, Decimal> {
  const zero = new Decimal(0)
  return {covered: zero, lacking: zero, exempted: zero, unknown: zero}
}

function monthlyFigures({covered, lacking, exempted, unknown}: Readonly<Record<Standing, Decimal>>) {
  return {
    total: decimalText(covered.plus(lacking).plus(exempted).plus(unknown)),
    covered: decimalText(covered),
    lacking: decimalText(lacking),
    exempted: decimalText(exempted),
    unknown: decimalText(unknown),
  }
}
