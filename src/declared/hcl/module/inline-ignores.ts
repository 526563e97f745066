import type {Gap} from '../../../model/gap.ts'
import type {InlineIgnore} from '../../../model/inline-ignore.ts'
import type {FilePositions} from '../positions/file-positions.ts'
import type {ModulePositions} from '../positions/locate.ts'
import type {Path} from '../positions/position-tree.ts'

/** The comments of one module that ignore something. */
export interface ModuleIgnores {
  readonly all: readonly InlineIgnore[]
  readonly gaps: readonly Gap[]
  /** Those about a block (`['resource', 'aws_instance', 'web']`), or about something inside of it. */
  readonly about: (block: Path) => readonly InlineIgnore[]
}

export function ignoresIn({primary, overrides}: ModulePositions): ModuleIgnores {
  const found = new Map<string, InlineIgnore[]>()
  const all: InlineIgnore[] = []
  const gaps: Gap[] = []
  for (const {ignore, block, trouble} of [...primary, ...overrides].flatMap((file) => [...commentsOf(file)])) {
    if (trouble !== undefined) gaps.push(gapOf(ignore, trouble))
    all.push(ignore)
    const key = JSON.stringify(block)
    found.set(key, [...(found.get(key) ?? []), ignore])
  }
  return {all, gaps, about: (block) => found.get(JSON.stringify(block)) ?? []}
}

interface Told {
  readonly ignore: InlineIgnore
  readonly block: Path
  /** What is wrong with it. */
  readonly trouble?: string
}

function* commentsOf(file: FilePositions): Generator<Told> {
  for (const {text, range, about = []} of file.comments) {
    const said = /^trueup:ignore(?:\s+(.*))?$/s.exec(text)
    if (!said) continue
    const {line, column} = file.rangeOf(range).start
    const length = labelled[String(about[0])] ?? 1
    const {expires, trouble, ...terms} = termsOf(said[1] ?? '')
    const block = about.slice(0, length)
    const ignore = {source: {file: file.file, line, column}, within: withoutIndices(about.slice(length)), ...terms}
    yield {
      ignore: expires === undefined ? ignore : {...ignore, expires},
      block,
      ...(block.length === 0 ? {trouble: 'is about nothing'} : trouble === undefined ? {} : {trouble}),
    }
  }
}

/** How many steps name a block that can be ignored. */
const labelled: Readonly<Record<string, number>> = {data: 3, module: 2, resource: 3}

/** A block has an index among its like; JSON may write resources in lists. */
function withoutIndices(path: Path): Path {
  return typeof path[0] === 'number' ? path.slice(1) : path
}

interface Terms {
  readonly only: readonly string[]
  readonly reason?: string
  readonly expires?: string
  readonly trouble?: string
}

function termsOf(text: string): Terms {
  const [terms = '', ...rest] = text.split(/(?:^|\s)--\s/)
  const reason = rest.join(' -- ').trim()
  const [what = '', until] = terms.split(/(?:^|\s+)until\s+/)
  const only = what.split(/[\s,]+/).filter((word) => word !== '')
  const told = {only, ...(reason === '' ? {} : {reason})}
  if (until === undefined) return told
  const day = until.trim()
  // Whoever cannot say until when has not said forever: it counts no more.
  return isDay(day)
    ? {...told, expires: day}
    : {...told, expires: '0000-01-01', trouble: 'has no date (2026-12-31) after until'}
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function gapOf({source}: InlineIgnore, trouble: string): Gap {
  return {
    reason: 'unreadable-input',
    detail: `${source.file}:${source.line} trueup:ignore ${trouble}`,
    hides: {count: 0, examples: []},
    source,
  }
}
