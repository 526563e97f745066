import type {Catalog} from '../catalog/catalog.ts'
import {DriftRun} from '../drift/drift.ts'
import {objectFinder} from '../drift/object-finder.ts'
import {recheck, suspectsIn, type Rechecked, type Suspect} from '../drift/recheck.ts'
import {compatible, LiveIndex} from '../join/live-index.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {AwsSide} from '../live/open-aws.ts'
import type {PlacedObject} from '../live/targets.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {ReportInputs} from '../model/report.ts'

/** Reads of one account that a run may spend on making sure: about a minute of Cloud Control's, the slowest of them. */
export const mostReread = 500
const examplesShown = 5

export interface Confirmed {
  /** As the fresh read shows them, where there was one. */
  readonly objects: readonly JoinedObject[]
  readonly findings: readonly Finding[]
  /** What was counted; its findings are those of before the judgement. */
  readonly run: DriftRun
  readonly gaps: readonly Gap[]
  readonly confirmation?: Confirmation
}

export type Confirmation = NonNullable<ReportInputs['live']['confirmation']>

interface Means {
  readonly reread: AwsSide['reread'] | undefined
  readonly catalog: Catalog
  readonly writtenAt: ReadonlyMap<string, string>
  /** Objects that are judged elsewhere, and that these may belong to. */
  readonly background?: readonly JoinedObject[]
}

/**
 * Drift, made sure of: what differs in a recording that may be older than the state is looked at once more, object by object, and
 * compared again. What cannot be looked at stays what it was, unless its recording may be a day old: then it is shown as possible, and a gap
 * says why.
 */
export async function confirmedDrift(
  joined: readonly JoinedObject[],
  {reread, catalog, writtenAt, background = []}: Means,
): Promise<Confirmed> {
  const first = compared(joined, background, catalog)
  const {findings: before} = first.result()
  const suspects = reread ? suspectsIn(joined, before, catalog, writtenAt) : []
  if (!reread || suspects.length === 0) return {objects: joined, findings: before, run: first, gaps: []}
  const byAccount = Map.groupBy(suspects, ({object}) => object.location.account)
  const asked = [...byAccount.values()].flatMap((of) => of.slice(0, mostReread))
  const fresh = new LiveIndex()
  for await (const page of reread(asked.flatMap(({object}) => placed(object)))) {
    for (const event of page) if (event.kind !== 'account-read') fresh.add(event)
  }
  const verdicts = new Verdicts(suspects, fresh, catalog)
  const objects = joined.map((object) => verdicts.of(object)?.object ?? object)
  const run = compared(objects, background, catalog)
  const findings = run.result().findings.flatMap((finding) => verdicts.judged(finding, before))
  return {
    objects,
    findings,
    run,
    gaps: verdicts.gaps(),
    confirmation: {suspected: suspects.length, reread: verdicts.reread, ...fate(verdicts, findings)},
  }
}

function compared(objects: readonly JoinedObject[], background: readonly JoinedObject[], catalog: Catalog): DriftRun {
  const run = new DriftRun(catalog)
  const find = objectFinder([...background, ...objects])
  for (const object of objects) run.add(object, find)
  return run
}

function fate(verdicts: Verdicts, findings: readonly Finding[]) {
  const confirmed = new Set(
    findings.filter((finding) => finding.confirmed).map((finding) => verdicts.objectOf(finding)),
  )
  return {confirmed: confirmed.size, dismissed: verdicts.reread - confirmed.size}
}

function placed({type, id, location}: JoinedObject): readonly PlacedObject[] {
  const {partition, account, region} = location
  if (partition === undefined || account === undefined || region === undefined) return []
  return [{type, id, location: {partition, account, region}}]
}

/** What became of each suspect. */
class Verdicts {
  readonly #rechecked = new Map<JoinedObject, Rechecked>()
  readonly #unsure = new Map<JoinedObject, Suspect>()
  readonly #byId: ReadonlyMap<string | undefined, readonly JoinedObject[]>
  readonly #fresh: LiveIndex

  constructor(suspects: readonly Suspect[], fresh: LiveIndex, catalog: Catalog) {
    this.#fresh = fresh
    this.#byId = Map.groupBy(
      suspects.map(({object}) => object),
      ({id}) => id,
    )
    for (const suspect of suspects) {
      const {object} = suspect
      const [live] = fresh.find(object.type, object.id, object.location)
      const scope = fresh.scope(object.type, object.location)
      const isRead = scope !== undefined && scope.unread?.includes(object.id) !== true
      if (isRead) this.#rechecked.set(object, recheck(suspect, {scope, ...(live ? {live} : {})}, catalog))
      else if (suspect.stale) this.#unsure.set(object, suspect)
    }
  }

  get reread(): number {
    return this.#rechecked.size
  }

  of(object: JoinedObject): Rechecked | undefined {
    return this.#rechecked.get(object)
  }

  objectOf({subject: {objectType, id, location = {}}}: Finding): JoinedObject | undefined {
    return this.#byId.get(id)?.find((object) => object.type === objectType && compatible(object.location, location))
  }

  /** A finding of the second comparison; nothing where the first did not have it, and the fresh read cannot see what it is about. */
  judged(finding: Finding, first: readonly Finding[]): readonly Finding[] {
    const object = this.objectOf(finding)
    if (!object || finding.code === 'duplicate-owner' || finding.code === 'controlled') return [finding]
    if (this.#unsure.has(object)) return [{...finding, confidence: 'derived', confirmed: false}]
    const rechecked = this.#rechecked.get(object)
    if (!rechecked || !('path' in finding || finding.code === 'missing')) return [finding]
    const shown = 'path' in finding ? rechecked.shows(finding.path) : true
    if (shown === undefined) return [finding]
    if (shown) return [{...finding, confirmed: true}]
    return first.some(({fingerprint}) => fingerprint === finding.fingerprint) ? [finding] : []
  }

  /** One for each type and place, with why the fresh read failed. */
  gaps(): readonly Gap[] {
    const groups = Map.groupBy(this.#unsure.values(), ({object: {type, location}}) =>
      [type, location.account, location.region].join('\n'),
    )
    return [...groups.values()].map((group) => this.#gapOf(group))
  }

  #gapOf(group: readonly Suspect[]): Gap {
    const [{object: {type, location}} = group[0] as Suspect] = group
    const cause = this.#fresh.gap(type, location)
    const addresses = [...new Set(group.flatMap(({object: {shares}}) => shares.map(({resource}) => resource.address)))]
    const why =
      cause?.detail ?? `More than ${mostReread} objects of the account differ, and no more were looked at again.`
    return {
      reason: cause?.reason ?? 'stale',
      type,
      location,
      ...(cause?.action === undefined ? {} : {action: cause.action}),
      detail: `What differs is recorded once a day, and could not be confirmed. ${why}`,
      hides: {count: addresses.length, examples: addresses.slice(0, examplesShown)},
    }
  }
}
