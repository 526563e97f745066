const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** What Terraform calls characters: Unicode grapheme clusters, https://unicode.org/reports/tr29/. */
export function graphemes(text: string): readonly string[] {
  return isPlain(text) ? runes(text) : Array.from(segmenter.segment(text), ({segment}) => segment)
}

/** Code points, which Go calls runes. */
export function runes(text: string): readonly string[] {
  return Array.from(text)
}

function isPlain(text: string): boolean {
  return /^[\u0020-\u007E\n]*$/.test(text)
}
