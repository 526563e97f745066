import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {numberText} from './conversions.ts'
import {sortedKeys} from './text-order.ts'
import {Unknowable} from './unknowable.ts'

/** Where the emitter breaks a quoted line at the next space. */
const bestWidth = 80

const longestKey = 120

/**
 * YAML byte for byte as `yamlencode` writes it: keys and strings quoted, strings of several lines as literal blocks where YAML
 * allows them. The layout is that of libyaml's emitter, https://github.com/zclconf/go-cty-yaml. The value is known throughout.
 */
export function yamlText(value: LanguageValue): string {
  const content = value instanceof LanguageSet ? value.elements : value
  if (isFilled(content)) return block(content, 0)
  const plain = content === null || typeof content === 'number' || typeof content === 'boolean'
  return `${inline(content, 0, 2, '')}\n${plain ? '...\n' : ''}`
}

/** A collection whose entries begin at a column; the first line is not indented, as it may continue another. */
function block(value: readonly LanguageValue[] | LanguageObject, column: number): string {
  const entries = isList(value)
    ? value.map((item) => `- ${entry(item, column, column + 2, 'item')}`)
    : sortedKeys(value).map((key) => {
        const start = `${simpleKey(key)}:`
        return start + entry(value[key] as LanguageValue, column, column + start.length + 1, 'member')
      })
  return `${entries.join(`\n${' '.repeat(column)}`)}\n`
}

/** Sequences in mappings are not indented; all else is by two. */
function entry(value: LanguageValue, column: number, cursor: number, kind: 'item' | 'member'): string {
  const content = value instanceof LanguageSet ? value.elements : value
  if (!isFilled(content)) return inline(content, cursor, column + 2, kind === 'member' ? ' ' : '')
  if (kind === 'item') return block(content, column + 2).slice(0, -1)
  const inner = isList(content) ? column : column + 2
  return `\n${' '.repeat(inner)}${block(content, inner).slice(0, -1)}`
}

type Filled = readonly LanguageValue[] | LanguageObject

function isFilled(value: LanguageValue): value is Filled {
  if (isList(value)) return value.length > 0
  return isObject(value) && Object.keys(value).length > 0
}

function inline(value: LanguageValue, cursor: number, indent: number, gap: string): string {
  if (typeof value === 'string') return gap + scalar(value, cursor, indent)
  if (typeof value === 'number') return gap + numberText(value)
  if (isList(value)) return `${gap}[]`
  return isObject(value) ? `${gap}{}` : `${gap}${JSON.stringify(value)}`
}

function scalar(value: string, cursor: number, indent: number): string {
  return value.includes('\n') && allowsBlock(value) ? literal(value, indent) : quoted(value, cursor, indent)
}

function simpleKey(key: string): string {
  if (key.length > longestKey || key.includes('\n'))
    throw new Unknowable('a key of several lines or more than 120 characters')
  return quoted(key, Number.NEGATIVE_INFINITY, 0)
}

/** Neither spaces at the end of a line nor anything that needs an escape. */
function allowsBlock(value: string): boolean {
  return (
    !/ (?:\n|$)/.test(value) &&
    Array.from(value).every((rune) => rune === '\n' || !needsEscape(rune) || /["\\]/.test(rune))
  )
}

function literal(value: string, indent: number): string {
  const hint = /^[ \n]/.test(value) ? String(indent > 2 ? 2 : indent) : ''
  const chomping = value.endsWith('\n') ? (/^\n$|\n\n$/.test(value) ? '+' : '') : '-'
  const lines = value.replace(/\n$/, '').split('\n')
  return [`|${hint}${chomping}`, ...lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))].join('\n')
}

/** Double-quoted, broken at a space once a line is beyond the best width. */
function quoted(value: string, cursor: number, indent: number): string {
  const runes = Array.from(value)
  let column = cursor + 1
  let written = '"'
  let afterBreak = false
  for (const [at, rune] of runes.entries()) {
    if (rune === ' ' && !afterBreak && column > bestWidth && at > 0 && at < runes.length - 1) {
      const escape = runes[at + 1] === ' ' ? '\\' : ''
      written += `\n${' '.repeat(indent)}${escape}`
      column = indent + escape.length
      afterBreak = true
      continue
    }
    const part = needsEscape(rune) ? escaped(rune) : rune
    written += part
    column += part.length
    afterBreak = rune === ' '
  }
  return `${written}"`
}

/** The emitter's notion of printable ends at U+FFFD, and leaves out tabs. */
function needsEscape(rune: string): boolean {
  return (
    !/[\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/u.test(rune) || rune === '"' || rune === '\\'
  )
}

const shortEscapes: {readonly [character: string]: string} = {
  '\0': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001B': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
}

function escaped(rune: string): string {
  const short = shortEscapes[rune]
  if (short !== undefined) return `\\${short}`
  const code = (rune.codePointAt(0) as number).toString(16).toUpperCase()
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`
}
