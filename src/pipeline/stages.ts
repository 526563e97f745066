import type {Catalog} from '../catalog/catalog.ts'
import type {LookedAt} from '../drift/cross-check.ts'
import {DriftRun, type DriftResult} from '../drift/drift.ts'
import {UnseenParts} from '../drift/unseen-parts.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareText, type Finding} from '../model/finding.ts'
import {compareGaps, type Gap} from '../model/gap.ts'
import type {TagCoverageShare} from '../model/report.ts'
import type {RunRate} from '../model/spend.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {RunRateRun} from '../spend/run-rate.ts'
import {TagCheckRun} from '../tags/check.ts'
import {ownershipBy} from '../tags/ownership.ts'
import type {TagPolicy} from '../tags/policy/policy.ts'
import type {Confirmation, Confirmed} from './confirm.ts'
import type {FunctionUse} from './function-use.ts'
import {priced} from './priced.ts'
import type {PriceSource} from './prices.ts'
import {tagContext} from './tag-check.ts'
import {TagShare} from './tag-share.ts'

/** What the stages make of all objects. */
export interface Judged {
  readonly drift: DriftResult
  /** Those of drift, with what they cost, of tags and of spend. */
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  readonly confirmation?: Confirmation
  readonly spend: RunRate
  readonly share: {readonly tagCoverage?: TagCoverageShare}
}

export interface Beside {
  readonly prices: PriceSource
  /** How long functions ran; absent where nobody asked. */
  readonly functionUse?: FunctionUse | undefined
  /** Of what Terraform saw, in which cases trueup looked, too. */
  readonly lookedAt: LookedAt
}

/**
 * Everything that is said of joined objects, account by account: each stage takes the objects of one, keeps findings, counts and sums, and
 * lets the objects go. A new stage is a field, a line in `add` and one in `result`; it may depend on objects of the same account alone.
 */
export class Stages {
  readonly #catalog: Catalog
  readonly #prices: PriceSource
  readonly #functionUse: FunctionUse | undefined
  readonly #lookedAt: LookedAt
  readonly #surroundings: Surroundings
  readonly #drift: DriftRun
  readonly #unseen: UnseenParts
  readonly #tags: TagCheckRun
  readonly #spend: RunRateRun
  readonly #share: TagShare
  /** Whether there is a rule at all. */
  readonly #asksTags: boolean
  readonly #gaps: Gap[] = []
  readonly #unpriced: Gap[] = []
  #confirmation: Confirmation | undefined
  /** Prices are asked for by one account at a time: what one has asked, the next need not. */
  #pricing: Promise<unknown> = Promise.resolve()

  constructor(
    policy: TagPolicy,
    catalog: Catalog,
    {prices, lookedAt, functionUse}: Beside,
    surroundings: Surroundings,
  ) {
    this.#catalog = catalog
    this.#prices = prices
    this.#functionUse = functionUse
    this.#lookedAt = lookedAt
    this.#surroundings = surroundings
    const context = tagContext({objects: [], unjoined: []}, catalog, surroundings)
    const ownership = ownershipBy(policy, context)
    this.#asksTags = policy.rules.length > 0
    this.#drift = new DriftRun(catalog)
    this.#unseen = new UnseenParts(catalog)
    this.#tags = new TagCheckRun(policy, context)
    this.#spend = new RunRateRun({catalog, ...(ownership && {ownership})})
    this.#share = new TagShare(policy, context.today)
  }

  /**
   * @param background objects that are judged elsewhere, and that these may belong to
   * @param pending resources of which something is still to come, when it is asked
   */
  async add(
    {objects, findings, run, gaps, confirmation}: Confirmed,
    background: readonly JoinedObject[],
    pending: () => ReadonlySet<DeclaredResource>,
  ): Promise<void> {
    const around = [...background, ...objects]
    const means = {prices: this.#prices, catalog: this.#catalog, functionUse: this.#functionUse}
    const asked = this.#pricing.then(() => priced(findings, {objects, around}, means))
    this.#pricing = asked.catch(() => undefined)
    const costs = await asked
    this.#unpriced.push(...costs.gaps)
    this.#drift.absorb(run, costs.findings)
    this.#drift.settle(pending())
    this.#gaps.push(...gaps)
    this.#confirmation = sum(this.#confirmation, confirmation)
    const context = tagContext({objects: around, unjoined: []}, this.#catalog, this.#surroundings)
    for (const object of objects) {
      this.#unseen.add(object)
      this.#lookedAt.add(object)
      const row = this.#spend.add(object, costs.around)
      if (!this.#asksTags) continue
      this.#tags.add(object, context)
      this.#share.add(object, row, context)
    }
  }

  /** @param unjoined resources that are part of no object */
  result(unjoined: readonly DeclaredResource[]): Judged {
    const context = tagContext({objects: [], unjoined}, this.#catalog, this.#surroundings)
    const drift = this.#drift.result()
    const tags = this.#tags.result(context)
    const {spend, ...rated} = this.#spend.result()
    return {
      drift,
      findings: [...drift.findings, ...tags.findings, ...rated.findings],
      gaps: [
        ...this.#gaps.toSorted(compareGaps),
        ...this.#unseen.gaps(),
        ...tags.gaps,
        ...rated.gaps,
        ...oncePer(this.#unpriced),
      ],
      ...(this.#confirmation && {confirmation: this.#confirmation}),
      spend,
      share: this.#share.result(spend, context),
    }
  }
}

/** What the price list did not answer for several accounts is one gap. */
function oncePer(gaps: readonly Gap[]): readonly Gap[] {
  const groups = Map.groupBy(gaps, ({reason, detail, action}) => [reason, detail, action].join('\n'))
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const all = [first, ...others].map(({hides}) => hides)
    const examples = [...new Set(all.flatMap((hidden) => hidden.examples))]
      .toSorted(compareText)
      .slice(0, examplesShown)
    return [{...first, hides: {count: all.reduce((total, {count}) => total + count, 0), examples}}]
  })
}

const examplesShown = 5

function sum(a: Confirmation | undefined, b: Confirmation | undefined): Confirmation | undefined {
  if (!a || !b) return a ?? b
  return {
    suspected: a.suspected + b.suspected,
    reread: a.reread + b.reread,
    confirmed: a.confirmed + b.confirmed,
    dismissed: a.dismissed + b.dismissed,
  }
}
