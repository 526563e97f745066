import ignore from 'ignore'

import type {Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import {pathsOf} from './from-entry.ts'
import type {DriftignoreText} from './entry.ts'
import type {Facts, Ignore} from './ignore.ts'

/** A slash in an id would be a folder: driftctl replaces it in patterns and names alike. */
const slash = '_-_'

/**
 * A file of driftctl as driftctl reads it (https://docs.driftctl.com/usage/filtering/driftignore): lines in the syntax of `.gitignore`
 * about names `TYPE.ID` and `TYPE.ID.PATH`, the last that fits decides, `!` takes back, a backslash escapes; a line is about all below, too.
 * driftctl knows drift alone, and so is drift alone ignored: tags and spend are told.
 */
export function fromDriftignore({name, text}: DriftignoreText): readonly Ignore[] {
  const matcher = ignore({ignorecase: false, allowRelativePaths: true})
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (!isPattern(line)) continue
    const pattern = line.replaceAll('/', slash)
    const mark = String(index)
    matcher.add({pattern, mark})
    if (!pattern.endsWith('*')) matcher.add({pattern: `${pattern}.*`, mark})
  }
  const decided = new WeakMap<Finding, string>()
  const lineOf = (finding: Finding, facts: Facts): string => {
    const known = decided.get(finding)
    if (known !== undefined) return known
    const mark = decisive(matcher, finding, facts) ?? 'none'
    decided.set(finding, mark)
    return mark
  }
  return lines.flatMap((line, index): Ignore[] => {
    if (!isPattern(line) || line.startsWith('!')) return []
    return [
      {
        kind: 'driftignore',
        rule: line,
        source: {file: name, line: index + 1},
        identity: line,
        takes: (finding, facts) => lineOf(finding, facts) === String(index),
        // What was written for another tool may be about what this one does not tell.
        hadItsChance: () => false,
      },
    ]
  })
}

/** The mark of the line that ignores a finding. */
function decisive(matcher: ignore.Ignore, finding: Finding, facts: Facts): string | undefined {
  if (kindOf(finding.code) !== 'drift') return undefined
  for (const name of namesOf(finding, facts)) {
    const {ignored, rule} = matcher.test(name.replaceAll('/', slash))
    if (ignored) return rule?.mark
  }
  return undefined
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
