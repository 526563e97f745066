/**
 * A text between quotes, so that nothing in it is read as a template.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
  return `"${escaped}"`
}

export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text)
}

/** A key of an object: bare where it may be, and where its neighbours are. */
export function keyText(key: string, quoteAll: boolean): string {
  return quoteAll || !isIdentifier(key) || reserved.has(key) ? quoted(key) : key
}

/** A bare `for` begins a `for` expression; the others are values. */
const reserved: ReadonlySet<string> = new Set(['for', 'null', 'true', 'false'])
