export const kinds = {plain: 0, newline: 1, quote: 2, open: 3, close: 4, invalid: 5} as const

/** What a byte means outside of strings. Literals are not checked here: what is kept goes through `JSON.parse`. */
export const kindOf = byteTable(kinds.invalid, {
  [kinds.plain]: ' \t\r,:0123456789+-.eEtrufalsn',
  [kinds.newline]: '\n',
  [kinds.quote]: '"',
  [kinds.open]: '{[',
  [kinds.close]: '}]',
})

/** 1 for the bytes at which reading a string has to stop: quote, backslash, control characters. */
export const stopsString = new Uint8Array(256).map((_, byte) => (byte < 0x20 || byte === 0x22 || byte === 0x5c ? 1 : 0))

/** 1 for the bytes that end a number, `true`, `false` or `null`. */
export const endsLiteral = new Uint8Array(256).map((_, byte) =>
  ' \t\r\n,:}]'.includes(String.fromCodePoint(byte)) ? 1 : 0,
)

function byteTable(fallback: number, characters: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(256).fill(fallback)
  for (const [kind, text] of Object.entries(characters)) {
    for (const character of text) table[character.codePointAt(0) ?? 0] = Number(kind)
  }
  return table
}
