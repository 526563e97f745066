import {closest, distance} from 'fastest-levenshtein'

/** The option that was probably meant, or nothing where none is near: at most a third of the letters wrong. */
function nearest(word: string, options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined
  const candidate = closest(word, options)
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined
}

export function didYouMean(word: string, options: readonly string[]): string {
  const candidate = nearest(word, options)
  return candidate === undefined ? '' : ` (did you mean "${candidate}"?)`
}
