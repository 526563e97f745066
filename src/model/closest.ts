import {closest as nearest, distance} from 'fastest-levenshtein'

/** The one of `known` that a person who typed `text` may have meant; undefined where none is near enough to suggest. */
export function closest<T extends string>(text: string, known: readonly T[]): T | undefined {
  if (known.length === 0) return undefined
  const candidate = known.find((name) => text !== '' && name.startsWith(text)) ?? nearest(text, known)
  const edits = candidate.startsWith(text) ? 0 : distance(text, candidate)
  const near = edits < text.length && edits <= Math.max(2, candidate.length / 3)
  return known.find((name) => name === candidate && near)
}
