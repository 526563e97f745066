import {truncate} from './truncate.ts'
import stringWidth from 'fast-string-width'

/** Two texts cut down to where they differ, so that each fits a number of columns, with as much around it as there is room for. */
export function differingPart(a: string, b: string, room: number): readonly [string, string] {
  if (Math.max(stringWidth(a), stringWidth(b)) <= room) return [a, b]
  if (a === b) return [truncate(a, room), truncate(b, room)]
  const [left, right] = [Array.from(a), Array.from(b)]
  const prefix = commonPrefix(left, right)
  const suffix = commonSuffix(left.slice(prefix), right.slice(prefix))
  // What differs, an ellipsis at both ends, and the rest of the room for what is equal, most of it before.
  const spare = Math.max(0, room - 2 - (Math.max(left.length, right.length) - prefix - suffix))
  const after = Math.min(suffix, Math.max(Math.floor(spare / 3), spare - prefix))
  const start = Math.max(0, prefix - (spare - after))
  const [cutLeft, cutRight] = [cut(left, start, suffix - after, room), cut(right, start, suffix - after, room)]
  if (cutLeft !== cutRight) return [cutLeft, cutRight]
  // Wide characters before the difference pushed it out of the room.
  return [cut(left, prefix, suffix, room), cut(right, prefix, suffix, room)]
}

function cut(text: readonly string[], start: number, end: number, room: number): string {
  if (stringWidth(text.join('')) <= room) return text.join('')
  const part = text.slice(start, text.length - end).join('')
  return truncate(`${start > 0 ? '…' : ''}${part}${end > 0 ? '…' : ''}`, room)
}

function commonPrefix(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((character, index) => character !== b[index])
  return at < 0 ? a.length : at
}

function commonSuffix(a: readonly string[], b: readonly string[]): number {
  return commonPrefix(a.toReversed(), b.toReversed())
}
