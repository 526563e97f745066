import stringWidth from 'fast-string-width'

const graphemes = new Intl.Segmenter()

/** Plain text cut to a number of columns, with an ellipsis where something was cut. */
export function truncate(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  let cut = ''
  for (const {segment} of graphemes.segment(text)) {
    if (stringWidth(cut + segment) >= columns) break
    cut += segment
  }
  return `${cut}…`
}
