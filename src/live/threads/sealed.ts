import {compressed, decompressed, type Compressed} from '../../model/compressed.ts'
import {isArray, type Value} from '../../model/value.ts'
import type {ReadPage} from '../read-live.ts'
import {holdsMarks, markSecrets, reviveSecrets} from '../snapshot/marks.ts'

/** Events on their way from one thread to another: compressed JSON, which waits in little memory. */
export type Sealed = Compressed

/** @param salt of the digests that stand for what is known to be secret; the same for `unsealed` */
export function sealed(page: ReadPage, salt: string): Sealed {
  const text = JSON.stringify(page)
  // Most pages hold none: a secret would show as hidden, and what looks like the mark of one by its name.
  const isPlain = !text.includes('(sensitive)') && !holdsMarks(text)
  return compressed(isPlain ? text : JSON.stringify(markSecrets(page as unknown as Value, salt)))
}

export function unsealed(page: Sealed, salt: string): ReadPage {
  const text = decompressed(page)
  const events = JSON.parse(text) as Value
  const revived = holdsMarks(text) ? reviveSecrets(events, salt) : events
  return isArray(revived) ? (revived as unknown as ReadPage) : []
}
