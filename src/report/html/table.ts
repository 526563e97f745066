import {counted} from '../count-text.ts'
import {escaped} from './escape.ts'

/** A table that stands in the page as it is; its program lets people sort and search it. */
export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows that are not among `rows`. */
  readonly left?: number
}

export interface Column {
  readonly title: string
  readonly align?: 'right'
}

/** Text; or text and what to sort by, what to link to, or how to show it. */
export type Cell =
  | string
  | {
      readonly text: string
      readonly sort?: number
      readonly href?: string
      readonly mono?: true
      /** Of the row, for a link to it. */
      readonly id?: string
    }

/** Rows of a table that is written into the page; the rest is counted. */
const mostRows = 1000

export function* table({caption, columns, rows, left = 0}: Table): Generator<string> {
  yield `<div class="scroll"><table class="plain" data-rows="${rows.length + left}"><caption>${escaped(caption)}</caption><thead><tr>`
  for (const {title, align} of columns)
    yield `<th scope="col"${align === 'right' ? ' class="right"' : ''}>${escaped(title)}</th>`
  yield '</tr></thead><tbody>\n'
  for (const row of rows) yield `${rowText(row, columns)}\n`
  yield '</tbody></table></div>\n'
  if (left > 0) yield `<p class="left">${escaped(`${counted(left, 'row')} more: --report json holds all.`)}</p>\n`
}

/** The first rows, and the number of the others. */
export function cut<T>(items: readonly T[], most = mostRows): {readonly shown: readonly T[]; readonly left: number} {
  return {shown: items.slice(0, most), left: Math.max(0, items.length - most)}
}

function rowText(row: readonly Cell[], columns: readonly Column[]): string {
  const id = row.map((cell) => (typeof cell === 'string' ? undefined : cell.id)).find((one) => one !== undefined)
  const cells = row.map((cell, at) => cellText(cell, columns[at]?.align, at === 0))
  return `<tr${id === undefined ? '' : ` id="${escaped(id)}"`}>${cells.join('')}</tr>`
}

/** Accounts and regions are not broken at their hyphens. */
const shortest = 16

/** The first cell names the row for those who hear the table. */
function cellText(cell: Cell, align: Column['align'], isFirst: boolean): string {
  const {text, sort, href, mono} = typeof cell === 'string' ? {text: cell} : cell
  const tag = isFirst ? 'th scope="row"' : 'td'
  const isShort = text.length <= shortest && !text.includes(' ')
  const classes = [
    ...(align === 'right' ? ['right'] : []),
    ...(mono ? ['mono'] : []),
    ...(isShort ? ['short'] : []),
  ].join(' ')
  const attributes = `${classes === '' ? '' : ` class="${classes}"`}${sort === undefined ? '' : ` data-sort="${sort}"`}`
  const content = href === undefined ? escaped(text) : `<a href="${escaped(href)}">${escaped(text)}</a>`
  return `<${tag}${attributes}>${content}</${tag.slice(0, 2)}>`
}
