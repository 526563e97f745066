import {folderStore} from './folder-store.ts'
import {historyError} from './history-error.ts'
import type {HistoryAccess} from './s3-store.ts'
import type {HistoryStore} from './store.ts'

/** A folder, or `s3://BUCKET/PREFIX`. @throws {TrueupError} `history-place-invalid` */
export async function openStore(place: string, access: HistoryAccess, signal: AbortSignal): Promise<HistoryStore> {
  if (!/^[a-z][\w+.-]+:\/\//i.test(place)) return folderStore(place)
  const [, bucket, prefix = ''] = /^s3:\/\/([^/?#]+)(?:\/([^?#]*))?$/.exec(place) ?? []
  if (bucket === undefined) throw historyError('history-place-invalid', place, 'is no folder and no place in S3')
  const {s3Store} = await import('./s3-store.ts')
  return s3Store({bucket, prefix: prefix.replace(/\/+$/, '')}, access, signal)
}
