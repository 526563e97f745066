import {FailedCall} from '../../aws/call.ts'
import type {Sessions} from '../../aws/sessions.ts'
import type {AppliedTags} from '../../model/applied-tags.ts'
import type {LiveTagFix} from '../../model/tag-fix.ts'
import {batchesOf, type Batch, type Wanted} from './batches.ts'
import {batchSize, type Failed, TaggingApi} from './tagging-api.ts'
import type {UndoFile, UndoRecord} from './undo-file.ts'

/** What may be changed of one object, as the plan saw it. */
interface Planned extends Wanted {
  /** Values that are known to give way; a key that is not here must not be there, or have the wanted value already. */
  readonly overwrites: ReadonlySet<string>
}

export interface ApplyContext {
  readonly sessions: Pick<Sessions, 'of'>
  readonly undo: UndoFile
  readonly signal: AbortSignal
  readonly advance: (done: number) => void
}

/**
 * Sets tags of live objects, a batch after the other. The former tags of a batch are read, and on the disk, before anything of it is
 * changed; an object whose tags are no longer what the plan saw is left.
 */
export async function applyTags(fixes: readonly LiveTagFix[], context: ApplyContext): Promise<AppliedTags> {
  const tagged: string[] = []
  const failed: Failed[] = []
  const planned = fixes.map(plannedOf)
  const byArn = new Map(planned.map((one) => [one.arn, one]))
  for (const batch of batchesOf(planned, batchSize)) {
    context.signal.throwIfAborted()
    const failures = await applyBatch(batch, byArn, context).catch(failureOfAll(batch))
    const unchanged = new Set(failures.map(({arn}) => arn))
    failed.push(...failures)
    tagged.push(...batch.objects.map(({arn}) => arn).filter((arn) => !unchanged.has(arn)))
    context.advance(tagged.length + failed.length)
  }
  return {tagged, failed}
}

function plannedOf({arn, account, region, changes}: LiveTagFix): Planned {
  const removed = changes.flatMap(({renames, overwrites}) =>
    renames !== undefined && overwrites ? [[renames, null] as const] : [],
  )
  const set = changes.map(({key, value}) => [key, value] as const)
  const overwrites = changes
    .filter((one) => one.overwrites)
    .flatMap(({key, renames}) => [key, ...(renames === undefined ? [] : [renames])])
  return {arn, account, region, tags: Object.fromEntries([...set, ...removed]), overwrites: new Set(overwrites)}
}

async function applyBatch(
  batch: Batch,
  planned: ReadonlyMap<string, Planned>,
  {sessions, undo, signal}: ApplyContext,
): Promise<AppliedTags['failed']> {
  const api = await TaggingApi.open(await sessions.of(batch.account), batch.region, signal)
  const former = await api.tagsOf(batch.objects.map(({arn}) => arn))
  const changed = batch.objects.filter((object) => isInTheWay(planned.get(object.arn), former.get(object.arn) ?? {}))
  const left = batch.objects.filter(
    (object) => !changed.includes(object) && !isDone(object, former.get(object.arn) ?? {}),
  )
  if (left.length > 0) await undo.append(left.map((object) => recordOf(object, former.get(object.arn) ?? {})))
  const arns = left.map(({arn}) => arn)
  const failures = await change(api, arns, batch.tags)
  return [...changed.map(({arn}) => ({arn, reason: 'its tags changed since the plan was made'})), ...failures]
}

/** Sets what has a value, and takes away what has none. */
export async function change(
  api: TaggingApi,
  arns: readonly string[],
  tags: Wanted['tags'],
): Promise<AppliedTags['failed']> {
  if (arns.length === 0) return []
  const set = Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== null)
  const removed = Object.keys(tags).filter((key) => tags[key] === null)
  const failed = set.length === 0 ? [] : await api.tag(arns, Object.fromEntries(set))
  const unchanged = new Set(failed.map(({arn}) => arn))
  const rest = arns.filter((arn) => !unchanged.has(arn))
  return removed.length === 0 || rest.length === 0 ? failed : [...failed, ...(await api.untag(rest, removed))]
}

/** Somebody set a key meanwhile, to something else than what is wanted. */
function isInTheWay(planned: Planned | undefined, tags: Readonly<Record<string, string>>): boolean {
  return Object.entries(planned?.tags ?? {}).some(
    ([key, value]) => Object.hasOwn(tags, key) && tags[key] !== value && !planned?.overwrites.has(key),
  )
}

function isDone({tags}: Wanted, now: Readonly<Record<string, string>>): boolean {
  return Object.entries(tags).every(([key, value]) => (now[key] ?? null) === value)
}

function recordOf({arn, account, region, tags}: Wanted, now: Readonly<Record<string, string>>): UndoRecord {
  const before = Object.fromEntries(Object.keys(tags).map((key) => [key, now[key] ?? null]))
  return {arn, account, region, before, after: tags}
}

/** A call that failed as a whole changed nothing, or nothing that anyone knows of: the undo file has it all the same. */
export function failureOfAll({objects}: Pick<Batch, 'objects'>) {
  return (error: unknown): AppliedTags['failed'] => {
    if (!(error instanceof FailedCall)) throw error
    return objects.map(({arn}) => ({arn, reason: error.failure.detail}))
  }
}
