import {FunctionError} from './function.ts'
import {Unknowable} from './unknowable.ts'

interface Charset {
  readonly encode: (text: string) => Uint8Array
  readonly decode: (bytes: Uint8Array) => string
}

/** By IANA's names, of which WHATWG means other encodings by iso-8859-1, -9 and -11. */
const singleByte = /^(?:iso-8859-(?:2|3|4|5|6|7|8|10|13|14|15|16)|windows-(?:874|125[0-8])|koi8-[ru]|ibm866)$/
const multiByte = /^(?:shift_jis|euc-jp|gbk|gb18030|big5|euc-kr)$/

export function charset(name: string): Charset {
  const label = name.toLowerCase()
  const known = fixed[label]
  if (known) return known
  if (singleByte.test(label)) return table(label, decoder(label))
  if (multiByte.test(label)) return {decode: decoder(label), encode: encodeAscii}
  throw new FunctionError('not a supported IANA encoding name')
}

const latin1 = table('iso-8859-1', (bytes) => Buffer.from(bytes).toString('latin1'))

const fixed: {readonly [label: string]: Charset | undefined} = {
  'iso-8859-1': latin1,
  latin1,
  'us-ascii': table('us-ascii', ascii),
  'utf-16': {decode: decodeUtf16, encode: (text) => bigEndian(`\uFEFF${text}`)},
  'utf-16be': {decode: decoder('utf-16be'), encode: bigEndian},
  'utf-16le': {decode: decoder('utf-16le'), encode: (text) => Buffer.from(text, 'utf16le')},
  'utf-8': {decode: decoder('utf-8'), encode: (text) => Buffer.from(text)},
}

function ascii(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte > 0x7f)) throw undecodable()
  return Buffer.from(bytes).toString('latin1')
}

function decoder(label: string): Charset['decode'] {
  return (bytes) => {
    const text = strictly(label, bytes)
    // WHATWG fills the gaps of Windows' tables with control characters; in Go's they are gaps.
    if (label.startsWith('windows-') && /[\u0080-\u009F]/.test(text)) throw undecodable()
    return text
  }
}

function strictly(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw undecodable()
  }
}

/** Big-endian without a byte order mark. */
function decodeUtf16(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes.subarray(2))
  return strictly('utf-16be', bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2) : bytes)
}

function bigEndian(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16()
}

/** The 256 characters of the encoding, turned around. */
function table(label: string, decode: Charset['decode']): Charset {
  const encode = (text: string) => {
    const codes = new Map<string, number>()
    for (let code = 255; code >= 0; code -= 1) codes.set(oneCharacter(decode, code), code)
    return Uint8Array.from(Array.from(text), (rune) => {
      const code = codes.get(rune)
      if (code === undefined)
        throw new FunctionError(`the given string contains characters that ${label} cannot represent`)
      return code
    })
  }
  return {decode, encode}
}

function oneCharacter(decode: Charset['decode'], code: number): string {
  try {
    return decode(Uint8Array.of(code))
  } catch {
    return ''
  }
}

function encodeAscii(text: string): Uint8Array {
  if (/[^\0-\u007F]/.test(text)) throw new Unknowable('text in an encoding of several bytes a character')
  return Buffer.from(text)
}

function undecodable(): FunctionError {
  return new FunctionError('the given bytes are not text of that encoding')
}
