import {relative} from 'node:path'

import type {RunScope} from '../model/history.ts'

/** Flags that say what a run looks at: with other values it may find other things. */
export const ofScope = [
  'state',
  'plan',
  'config',
  'var',
  'var-file',
  'snapshot',
  'live',
  'region',
  'account',
  'organization',
  'organizational-unit',
  'exclude-account',
  'only',
  'skip',
  'filter',
  'policy',
  'tag-policy',
  'demo',
] as const
type ScopeFlag = (typeof ofScope)[number]

/** Paths, which a name stands for: all that counts of them then is whether there are any. */
const pathFlags: ReadonlySet<ScopeFlag> = new Set([
  'state',
  'plan',
  'config',
  'var-file',
  'snapshot',
  'policy',
  'tag-policy',
])

/** @param name of what is scanned, where its files lie elsewhere each time */
export function scopeOf(flags: object, name: string | undefined): RunScope {
  const given = ofScope.flatMap((flag): readonly (readonly [string, readonly string[]])[] => {
    const values = textsOf((flags as Readonly<Record<string, unknown>>)[flag])
    return values.length === 0 ? [] : [[flag, told(flag, values, name)]]
  })
  return Object.fromEntries(name === undefined ? given : [['name', [name]] as const, ...given])
}

/** A history is for many eyes: neither values of variables, which may be secrets, nor those of URLs are told. */
function told(flag: ScopeFlag, values: readonly string[], name: string | undefined): readonly string[] {
  if (flag === 'var') return values.map((text) => text.split('=')[0] ?? '')
  if (!pathFlags.has(flag)) return values
  return name === undefined ? values.map(placeOf) : ['given']
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined || value === false) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}

/** The same place by another path (`./states/`, `states`) is the same scope. */
function placeOf(path: string): string {
  if (path === '-') return path
  if (/^[\w+.-]+:/.test(path)) return withoutSecrets(path)
  const short = relative(process.cwd(), path)
  return short === '' ? '.' : short.replaceAll('\\', '/')
}

/** Users, passwords and tokens of a URL; the version of an object in S3 is none of these. */
function withoutSecrets(text: string): string {
  const url = text.includes('://') ? URL.parse(text) : null
  if (!url) return text
  if (url.protocol !== 's3:') url.search = ''
  url.username = ''
  url.password = ''
  return url.href
}
