import type {Sessions} from '../../aws/sessions.ts'
import type {AppliedTags} from '../../model/applied-tags.ts'
import {change, failureOfAll} from './apply-tags.ts'
import {type Batch, batchesOf, type Wanted} from './batches.ts'
import {batchSize, type Failed, TaggingApi} from './tagging-api.ts'
import type {UndoRecord} from './undo-file.ts'

export interface UndoContext {
  readonly sessions: Pick<Sessions, 'of'>
  /** Restores what was changed again since, too. */
  readonly force: boolean
  readonly signal: AbortSignal
  readonly advance: (done: number) => void
}

/**
 * Gives objects the tags back that they had. A tag that is neither as it was set nor as it was before has been changed by somebody
 * else since: such an object is left, unless forced. What was never changed, or is back already, is not touched.
 */
export async function undoTags(records: readonly UndoRecord[], context: UndoContext): Promise<AppliedTags> {
  const tagged: string[] = []
  const {wanted, failed} = await whatToRestore(merged(records), context)
  for (const batch of batchesOf(wanted, batchSize)) {
    context.signal.throwIfAborted()
    const failures = await restore(batch, context).catch(failureOfAll(batch))
    const unchanged = new Set(failures.map(({arn}) => arn))
    failed.push(...failures)
    tagged.push(...batch.objects.map(({arn}) => arn).filter((arn) => !unchanged.has(arn)))
    context.advance(tagged.length + failed.length)
  }
  return {tagged, failed}
}

async function restore({account, region, objects, tags}: Batch, context: UndoContext): Promise<readonly Failed[]> {
  const api = await apiOf({account, region}, context)
  return change(
    api,
    objects.map(({arn}) => arn),
    tags,
  )
}

async function apiOf(
  {account, region}: Pick<Batch, 'account' | 'region'>,
  {sessions, signal}: UndoContext,
): Promise<TaggingApi> {
  return TaggingApi.open(await sessions.of(account), region, signal)
}

/** Compared with the tags that the objects have now. */
async function whatToRestore(
  records: readonly UndoRecord[],
  context: UndoContext,
): Promise<{readonly wanted: readonly Wanted[]; readonly failed: Failed[]}> {
  const wanted: Wanted[] = []
  const failed: Failed[] = []
  const byArn = new Map(records.map((record) => [record.arn, record]))
  // Only the place matters for reading.
  const places = records.map(({arn, account, region}) => ({arn, account, region, tags: {}}))
  for (const group of batchesOf(places, readSize)) {
    const arns = group.objects.map(({arn}) => arn)
    const read = async () => (await apiOf(group, context)).tagsOf(arns)
    const now = await read().catch(failureOfAll(group))
    if (!('get' in now)) failed.push(...now)
    else {
      for (const arn of arns) {
        const tags = toRestore(byArn.get(arn), now.get(arn) ?? {}, context.force)
        if (tags === 'changed') failed.push({arn, reason: changedSince})
        else if (Object.keys(tags).length > 0) wanted.push({arn, account: group.account, region: group.region, tags})
      }
    }
  }
  return {wanted, failed}
}

const changedSince = 'its tags changed since they were set; --force restores them all the same'

/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html */
const readSize = 100

/** Of an object that was changed twice, the tags before the first change and after the last one. */
function merged(records: readonly UndoRecord[]): readonly UndoRecord[] {
  const byArn = new Map<string, UndoRecord>()
  for (const record of records) {
    const known = byArn.get(record.arn)
    byArn.set(
      record.arn,
      known
        ? {...record, before: {...record.before, ...known.before}, after: {...known.after, ...record.after}}
        : record,
    )
  }
  return [...byArn.values()]
}

function toRestore(
  record: UndoRecord | undefined,
  now: Readonly<Record<string, string>>,
  force: boolean,
): Wanted['tags'] | 'changed' {
  const {before = {}, after = {}}: Partial<UndoRecord> = record ?? {}
  const restored: Record<string, string | null> = {}
  for (const [key, value] of Object.entries(before)) {
    const current = now[key] ?? null
    if (current === value) continue
    if (current !== after[key] && !force) return 'changed'
    restored[key] = value
  }
  return restored
}
