/** How far it pays to look. */
const farthest = 1 << 18

/** Of a text in which lines tell nothing: it is not worth looking again. */
export const notByLines = -1

/** JSON bytes up to `end`, and an object in them that begins at `start`, in a line that began at `lineStart`. */
export interface Start {
  readonly bytes: Buffer
  readonly end: number
  readonly start: number
  readonly lineStart: number
}

/**
 * Where an object most likely ends, by its lines: no string of JSON has a line break in it, so that it ends with its own line, or where a
 * line begins with as much space and the bracket.
 *
 * @returns undefined where that is not to be seen
 */
export function endByLines({bytes, end, start, lineStart}: Start): number | undefined {
  const lineEnd = bytes.indexOf(0x0a, start)
  let last = lineEnd - 1
  while (last > start && isBlankOrComma(bytes[last] as number)) last--
  if (last > start) return bytes[last] === 0x7d && last < end ? last + 1 : undefined
  const space = lineStart < 0 ? undefined : bytes.toString('latin1', lineStart, start)
  if (lineEnd !== -1 && space?.trim() !== '') return undefined
  const bracket = `\n${space}}`
  const at = lineEnd === -1 ? -1 : bytes.indexOf(bracket, lineEnd)
  if (at !== -1 && at + bracket.length <= end) return at + bracket.length
  // In other layouts the search would go to the end of what is there for every object.
  return end - start > farthest ? notByLines : undefined
}

function isBlankOrComma(byte: number): boolean {
  return byte === 0x20 || byte === 0x2c || byte === 0x0d || byte === 0x09
}
