/**
 * Control characters (ANSI escapes start with one), and characters that are invisible or reorder their neighbours: a name may hold
 * them to make a terminal or a reader see something else (https://trojansource.codes). Lone surrogates cannot be written as UTF-8, and
 * the last two not as XML.
 */
const harmful = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu

const short: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/** Text from a state or from AWS, on one line, with anything harmful written as an escape. */
export function harmless(text: string): string {
  return text.replaceAll(harmful, (character) => short[character] ?? escapeCharacter(character))
}

/** JSON text without harmful characters: they can only be inside its strings, where JSON has an escape for each. */
export function harmlessJson(json: string): string {
  return json.replaceAll(harmful, (character) => (character === '\n' ? character : escapeCharacter(character)))
}

/** By UTF-16 unit: an escape that JSON knows, of the same meaning as the character. */
function escapeCharacter(character: string): string {
  return Array.from({length: character.length}, (_, at) => unitEscape(character.charCodeAt(at))).join('')
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
