import {importFormats, type ImportFormat, partFormats} from '../../catalog/import-ids.ts'
import type {Finding, Subject} from '../../model/finding.ts'
import {isRecord, type Value} from '../../model/value.ts'

export interface ImportTarget {
  readonly type: string
  readonly id: string
  /** What a person would call it: the proposed address is made of this. */
  readonly name: string
  /** The format was looked up for the type; else it is the general rule, the identifier as it is. */
  readonly isProven: boolean
}

/** How `terraform import` names what a finding is about, or why that cannot be said. */
export function importTargetOf(finding: Finding): ImportTarget | 'id-unknown' | 'not-importable' {
  return finding.code === 'unmanaged-child' ? partTarget(finding.subject, finding) : objectTarget(finding.subject)
}

function objectTarget(subject: Subject): ImportTarget | 'id-unknown' | 'not-importable' {
  const {type, id} = subject
  if (type === undefined || id === undefined) return 'id-unknown'
  const format = Object.hasOwn(importFormats, type) ? importFormats[type] : undefined
  if (format === null) return 'not-importable'
  // Of types that nobody looked up, those with an identifier of one part nearly all go by it; others join the parts by any sign.
  if (format === undefined && id.includes('|')) return 'id-unknown'
  const named = fill(format ?? '{id}', subject, {})
  if (named === undefined) return 'id-unknown'
  return {type, id: named, name: nameOf(subject), isProven: format !== undefined}
}

function partTarget(
  subject: Subject,
  {path, after}: {readonly path: string; readonly after: Value},
): ImportTarget | 'id-unknown' {
  const format = partFormats[`${subject.objectType} ${path}`]
  if (format === undefined) return 'id-unknown'
  const members: Record<string, string> = typeof after === 'string' ? {element: after} : {}
  if (isRecord(after)) {
    for (const [name, value] of Object.entries(after)) if (typeof value === 'string') members[name] = value
  }
  const [id, name] = [fill(format.to, subject, members), fill(format.name, subject, members)]
  if (id === undefined || name === undefined) return 'id-unknown'
  return {type: format.type, id, name: `${nameOf(subject)}_${lastPart(name)}`, isProven: true}
}

/** Undefined where anything that the format names is not known. */
function fill(format: Exclude<ImportFormat, null>, subject: Subject, more: Record<string, string>): string | undefined {
  const {id = '', arn, location} = subject
  const parts = Object.fromEntries(id.split('|').map((part, index) => [String(index + 1), part]))
  const known: Record<string, string | undefined> = {
    ...parts,
    id,
    arn: arn ?? (id.startsWith('arn:') ? id : undefined),
    account: location?.account,
    region: location?.region,
    ...more,
  }
  if (typeof format === 'string') return filled(format, known)
  const groups = format.of.exec(id)?.groups
  return groups && filled(format.to, {...known, ...groups})
}

/** `{name}`, `{name:default}`, and `{/name}` or `{_name}` for what follows a sign where it is there at all. */
function filled(format: string, known: Readonly<Record<string, string | undefined>>): string | undefined {
  let isComplete = true
  const text = format.replaceAll(/\{([/_]?)(\w+)(?::([^}]*))?\}/g, (_, sign: string, name: string, other?: string) => {
    const value = known[name] === '' ? undefined : known[name]
    if (value !== undefined) return `${sign}${value}`
    if (sign === '' && other === undefined) isComplete = false
    return other ?? ''
  })
  return isComplete ? text : undefined
}

function nameOf({name, id = '', arn}: Subject): string {
  return name !== undefined && name !== '' ? name : lastPart(id === '' ? (arn ?? '') : (id.split('|')[0] ?? id))
}

/** `prod/api` of an ARN, a URL or a path ends in what tells it from its siblings. */
function lastPart(text: string): string {
  return (
    text
      .split(/[/:]/)
      .filter((part) => part !== '')
      .at(-1) ?? text
  )
}
