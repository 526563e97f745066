/**
 * The text of a literal in a quoted template. hcl2json gives it as it stands in the source; what follows are the rules of
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates, which the Go library applies before.
 */
export function quotedText(raw: string, before: string, after: string): string {
  const text = unescape(raw)
  const trimmed = before === '~}' ? text.trimStart() : text
  return unescapeMarkers(after === '${~' || after === '%{~' ? trimmed.trimEnd() : trimmed)
}

/** `$${` stands for `${`. */
export function unescapeMarkers(text: string): string {
  return text.replaceAll(/([$%])\1\{/g, '$1{')
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
function unescape(raw: string): string {
  return raw.replaceAll(
    /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([nrt"\\]))/g,
    (_, short?: string, long?: string, letter?: string) =>
      letter === undefined ? codePoint(short ?? long ?? '') : (letters[letter] ?? letter),
  )
}

const letters: Record<string, string> = {n: '\n', r: '\r', t: '\t'}

function codePoint(digits: string): string {
  const code = Number.parseInt(digits, 16)
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
}
