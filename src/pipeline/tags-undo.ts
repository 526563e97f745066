import type {AccessRequest} from '../aws/sessions.ts'
import {readUndoFile, type UndoRecord} from '../fix/live/undo-file.ts'
import type {AppliedTags} from '../model/applied-tags.ts'
import {globalRegion} from '../model/location.ts'
import type {Surroundings} from '../model/surroundings.ts'

export type {UndoRecord}

/** @throws TrueupError `undo-file-not-readable`, `undo-file-invalid` */
export async function readUndo(file: string): Promise<readonly UndoRecord[]> {
  return readUndoFile(file)
}

/** Gives objects the tags back that they had before `tags fix --apply`. */
export async function undoTagFix(
  records: readonly UndoRecord[],
  access: AccessRequest & {readonly force: boolean},
  {signal, progress}: Surroundings,
): Promise<AppliedTags> {
  const {openSessions} = await import('../aws/sessions.ts')
  const {undoTags} = await import('../fix/live/undo-tags.ts')
  const region = records.find((record) => record.region !== globalRegion)?.region
  const {force, ...how} = access
  const sessions = await openSessions(how, {signal, ...(region === undefined ? {} : {region})})
  progress.step('restoring tags')
  return undoTags(records, {sessions, force, signal, advance: (done) => progress.advance(done, records.length)})
}
