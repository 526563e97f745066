import type {Catalog} from '../catalog/catalog.ts'
import {isTaggable} from '../catalog/taggable.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare} from '../join/subject.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareFindings, type Finding} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import type {Gap} from '../model/gap.ts'
import type {TagFigures} from '../model/report.ts'
import {Exemptions} from './exemptions.ts'
import type {TagExemption, TagPolicy, TagRule} from './policy/policy.ts'
import type {FindDeclared} from './parts.ts'
import type {TagParent} from './parents.ts'
import {RulePlans} from './rule-plans.ts'
import {isSingleTag, type AddedTags} from './single-tags.ts'
import {taggability} from './taggability.ts'
import {taggedAlone, taggedInCode, taggedOf, taggedParts, withoutLiveTags, type Tagged} from './tagged.ts'
import {toFinding, worstOfEach} from './to-finding.ts'
import {UnknownTags} from './unknown-tags.ts'
import type {Violation} from './violations.ts'

/** What a check needs besides objects and policy. */
export interface TagCheckContext {
  readonly catalog: Pick<Catalog, 'creator'>
  /** ISO 8601, for the expiry of exemptions. */
  readonly today: string
  /** Who keeps an object that Terraform does not: `Auto Scaling group train-a100`. */
  readonly ownedBy?: (object: JoinedObject) => string | undefined
  /** Resources that are part of no object (types without a catalogue entry): their declared tags are checked all the same. */
  readonly unjoined?: Iterable<DeclaredResource>
  /** Resources that are not live for certain: in the code alone, where AWS was looked at. */
  readonly notApplied?: Iterable<DeclaredResource>
  /** What resources add to the tags of a resource that are one tag each. */
  readonly added?: (resource: DeclaredResource) => AddedTags
  /** Finds a resource of the code by what refers to it. */
  readonly declaredAt?: FindDeclared
  /** What made a live object, as far as it was read. */
  readonly parentsOf?: (object: LiveObject) => readonly TagParent[]
}

export interface TagCheck {
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  readonly facts: TagFacts
}

export interface TagFacts extends Omit<TagFigures, 'unusedRules'> {
  /** Rules that no object is in the scope of: a typo in a scope looks like this. */
  readonly unusedRules: readonly TagRule[]
  readonly unusedExemptions: readonly TagExemption[]
}

/** Every rule of the policy against the declared and the live tags of every object. Pure. */
export function checkTags(objects: Iterable<JoinedObject>, policy: TagPolicy, context: TagCheckContext): TagCheck {
  const run = new TagCheckRun(policy, context)
  for (const object of objects) run.add(object, context)
  return run.result(context)
}

/** The same, object by object, however many there are: what is kept is findings and counts. */
export class TagCheckRun {
  readonly #plans: RulePlans
  readonly #exemptions: Exemptions
  readonly #unknown = new UnknownTags()
  readonly #findings: Finding[] = []
  readonly #policy: TagPolicy
  readonly #keys: ReadonlySet<string>
  #notTaggable = 0
  #checked = 0
  #compliant = 0
  #exempted = 0

  constructor(policy: TagPolicy, {today}: Pick<TagCheckContext, 'today'>) {
    this.#policy = policy
    this.#keys = new Set(policy.rules.map(({key}) => key))
    this.#plans = new RulePlans(policy.rules)
    this.#exemptions = new Exemptions(policy.exemptions, today)
  }

  add(object: JoinedObject, context: TagCheckContext): void {
    const taggable = taggability(object, context.catalog)
    if (taggable === 'no') this.#notTaggable += 1
    else for (const tagged of taggedOf(object, context)) this.#checkObject(object, tagged, taggable === 'yes', context)
  }

  #addResource(resource: DeclaredResource, tagged: Tagged, context: TagCheckContext): void {
    if (isTaggable(resource.type)) this.#checkWithParts(tagged, resource, context)
    else if (!isSingleTag(resource)) this.#notTaggable += 1
  }

  /** What a resource makes besides itself is an object of its own where AWS was looked at, and else what the code says. */
  #checkObject(object: JoinedObject, tagged: Tagged, isKnown: boolean, context: TagCheckContext): void {
    const code = object.live ? undefined : mainShare(object)?.configured
    if (!isKnown) this.#check(withoutLiveTags(tagged, 'taggability-unknown'))
    else if (code) this.#checkWithParts(tagged, code, context)
    else this.#check(tagged)
  }

  /** What a resource makes besides itself is told where it breaks what the resource does not. */
  #checkWithParts(tagged: Tagged, resource: DeclaredResource, context: TagCheckContext): void {
    const own = new Set(this.#check(tagged).map(({breach: {code, key}}) => `${code} ${key}`))
    for (const part of taggedParts(resource, context, context.declaredAt ?? (() => undefined))) {
      this.#check(part, ({breach: {code, key}}) => !own.has(`${code} ${key}`))
    }
  }

  #check(tagged: Tagged, isTold: (violation: Violation) => boolean = () => true): readonly Violation[] {
    const outcomes = this.#plans.outcomes(tagged)
    if (outcomes.length === 0) return []
    const violations = outcomes.flatMap((outcome) => outcome.violations).filter(isTold)
    const open = violations.filter((violation) => !this.#isAccepted(violation, tagged))
    this.#checked += 1
    this.#exempted += violations.length - open.length
    this.#findings.push(...worstOfEach(open.map((violation) => toFinding(violation, tagged, this.#keys))))
    const isKnown = !this.#unknown.note(tagged, outcomes)
    if (violations.length === 0 && isKnown) this.#compliant += 1
    return violations
  }

  #isAccepted({breach, on}: Violation, tagged: Tagged): boolean {
    const view = tagged[on]
    return view !== undefined && this.#exemptions.covers(breach.key, tagged, view)
  }

  /** With the resources that are part of no object. */
  result(context: TagCheckContext): TagCheck {
    for (const resource of context.unjoined ?? []) this.#addResource(resource, taggedAlone(resource, context), context)
    for (const resource of context.notApplied ?? [])
      this.#addResource(resource, taggedInCode(resource, context), context)
    const findings = [...this.#findings, ...this.#exemptions.expiredFindings()].toSorted(compareFindings)
    return {
      findings,
      gaps: this.#unknown.gaps(),
      facts: {
        checked: this.#checked,
        compliant: this.#compliant,
        unknown: this.#unknown.count,
        notTaggable: this.#notTaggable,
        exempted: this.#exempted,
        unusedRules: this.#policy.rules.filter((rule) => !this.#plans.used.has(rule)),
        unusedExemptions: this.#exemptions.unused(),
      },
    }
  }
}
