/** One line or several, the first without indent. */
type Lines = readonly string[]

/** A resource as `terraform fmt` leaves it. Values are JSON; `code` stands as it is. */
export function resourceText(type: string, name: string, body: Readonly<Record<string, unknown>>): string {
  return [`resource ${quoted(type)} ${quoted(name)} {`, ...indented(itemsOf(body, (key) => key)), '}'].join('\n')
}

/** HCL that is written as it is: a function call, a block. */
export class Code {
  readonly lines: Lines
  /** A block has no equals sign. */
  readonly isBlock: boolean

  constructor(lines: Lines, isBlock = false) {
    this.lines = lines
    this.isBlock = isBlock
  }
}

export function jsonEncode(value: unknown): Code {
  const [first = '', ...rest] = valueLines(value)
  if (rest.length === 0) return new Code([`jsonencode(${first})`])
  return new Code([`jsonencode(${first}`, ...rest.slice(0, -1), `${rest.at(-1)})`])
}

export function block(body: Readonly<Record<string, unknown>>): Code {
  return new Code(['{', ...indented(itemsOf(body, (key) => key)), '}'], true)
}

/** Equals signs of neighbours that take one line each stand below one another. */
function itemsOf(body: Readonly<Record<string, unknown>>, nameOf: (key: string) => string): Lines {
  const items = Object.entries(body).map(([key, value]) => ({
    name: nameOf(key),
    lines: value instanceof Code ? value.lines : valueLines(value),
    isBlock: value instanceof Code && value.isBlock,
  }))
  return items.flatMap(({name, lines, isBlock}, index) => {
    const blank = isBlock && index > 0 ? [''] : []
    const [first = '', ...rest] = lines
    if (isBlock) return [...blank, `${name} ${first}`, ...rest]
    return [`${name.padEnd(rest.length === 0 ? widthAt(items, index) : 0)} = ${first}`, ...rest]
  })
}

interface Item {
  readonly name: string
  readonly lines: Lines
  readonly isBlock: boolean
}

function widthAt(items: readonly Item[], index: number): number {
  const isShort = (item: Item | undefined) => item !== undefined && item.lines.length === 1 && !item.isBlock
  let [from, to] = [index, index]
  while (isShort(items[from - 1])) from -= 1
  while (isShort(items[to + 1])) to += 1
  return Math.max(...items.slice(from, to + 1).map(({name}) => name.length))
}

function valueLines(value: unknown): Lines {
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]']
    const items = value.map((item: unknown) => valueLines(item))
    return ['[', ...indented(items.flatMap((lines) => [...lines.slice(0, -1), `${lines.at(-1)},`])), ']']
  }
  if (typeof value === 'object' && value !== null) {
    const body = value as Record<string, unknown>
    return Object.keys(body).length === 0 ? ['{}'] : ['{', ...indented(itemsOf(body, keyText)), '}']
  }
  return [typeof value === 'string' ? quoted(value) : JSON.stringify(value)]
}

function indented(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key)
}

/** HCL reads `${` and `%{` in a text as the start of a template. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/([$%])\{/g, '$1$1{')
}
