import ignore from 'ignore'

import type {Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import type {DriftignoreText} from './entry.ts'
import {pathsOf} from './from-entry.ts'
import type {Facts, Ignore} from './ignore.ts'

/** A slash in an id would be a folder: driftctl replaces it in patterns and names alike. */
const slash = '_-_'

/** One pattern, and where it stands: the last that fits decides. */
interface Line {
  readonly index: number
  readonly isNegative: boolean
}

interface Glob extends Line {
  readonly matches: (name: string) => boolean
}

/**
 * A file of driftctl as driftctl reads it (https://docs.driftctl.com/usage/filtering/driftignore): lines in the syntax of `.gitignore`
 * about names `TYPE.ID` and `TYPE.ID.PATH`, the last that fits decides, `!` takes back, a backslash escapes; a line is about all below, too.
 * driftctl knows drift alone, and so is drift alone ignored: tags and spend are told.
 */
export function fromDriftignore({name, text}: DriftignoreText): readonly Ignore[] {
  const lines = text.split(/\r?\n/)
  const decide = deciding(lines)
  const ignores = new Map<number, Ignore>()
  const group = (finding: Finding, facts: Facts): Ignore | undefined => {
    if (kindOf(finding.code) !== 'drift') return undefined
    for (const each of namesOf(finding, facts)) {
      const line = decide(each)
      if (line && !line.isNegative) return ignores.get(line.index)
    }
    return undefined
  }
  for (const [index, line] of lines.entries()) {
    if (!isPattern(line) || line.startsWith('!')) continue
    ignores.set(index, {
      kind: 'driftignore',
      rule: line,
      source: {file: name, line: index + 1},
      identity: line,
      takes: (finding, facts) => group(finding, facts)?.source?.line === index + 1,
      group,
      // What was written for another tool may be about what this one does not tell.
      hadItsChance: () => false,
    })
  }
  return [...ignores.values()]
}

/** Files of driftctl are generated, with a line for each object: lines without wildcards are looked up. */
function deciding(lines: readonly string[]): (name: string) => Line | undefined {
  const literals = new Map<string, Line>()
  const globs: Glob[] = []
  for (const [index, line] of lines.entries()) {
    if (!isPattern(line)) continue
    const isNegative = line.startsWith('!')
    const pattern = (isNegative ? line.slice(1) : line).replaceAll('/', slash)
    if (/[*?[\]\\]/.test(pattern)) globs.unshift({index, isNegative, matches: matcherOf(pattern)})
    else literals.set(pattern.trimEnd(), {index, isNegative})
  }
  return (name) => {
    const plain = name.replaceAll('/', slash)
    const literal = lastOf(literals, plain)
    const glob = globs.find(({index, matches}) => index > (literal?.index ?? -1) && matches(plain))
    return glob ?? literal
  }
}

function matcherOf(pattern: string): (name: string) => boolean {
  const matcher = ignore({ignorecase: false, allowRelativePaths: true}).add({pattern})
  if (!pattern.endsWith('*')) matcher.add({pattern: `${pattern}.*`})
  return (name) => matcher.ignores(name)
}

/** The last of the literal lines that are the name, or what it lies below. */
function lastOf(literals: ReadonlyMap<string, Line>, name: string): Line | undefined {
  let last = literals.get(name)
  for (let at = name.indexOf('.'); at !== -1; at = name.indexOf('.', at + 1)) {
    const line = literals.get(name.slice(0, at))
    if (line && line.index > (last?.index ?? -1)) last = line
  }
  return last
}

function isPattern(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('#')
}

/** The resource as a whole, then the field: driftctl asks in this order. */
function* namesOf(finding: Finding, {idsOf}: Facts): Generator<string> {
  const {type} = finding.subject
  if (type === undefined) return
  const resources = idsOf(finding).map((id) => `${type}.${id}`)
  yield* resources
  for (const path of pathsOf(finding)) for (const resource of resources) yield `${resource}.${path}`
}
