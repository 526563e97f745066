import {runes} from './graphemes.ts'

/** Go maps rune by rune: "ß" has no upper-case letter of its own, and no letter minds its neighbours. */
export function upper(text: string): string {
  return Array.from(text, upperRune).join('')
}

export function lower(text: string): string {
  return Array.from(text, (rune) => (rune === 'İ' ? 'i' : alone(rune.toLowerCase(), rune))).join('')
}

/** Upper case for each letter that follows no letter, digit or underscore; an apostrophe is none (strings.Title of Go). */
export function title(text: string): string {
  let previous = ' '
  return Array.from(text, (rune) => {
    const starts = isSeparator(previous)
    previous = rune
    return starts ? upperRune(rune) : rune
  }).join('')
}

function upperRune(rune: string): string {
  return alone(rune.toUpperCase(), rune)
}

function alone(mapped: string, rune: string): string {
  return runes(mapped).length === 1 ? mapped : rune
}

function isSeparator(rune: string): boolean {
  if (rune <= '\u007F') return !/\w/.test(rune)
  return !/[\p{L}\p{Nd}]/u.test(rune) && /\s/.test(rune)
}
