import type {RunScope} from '../../model/history.ts'
import {harmless} from '../harmless.ts'

/** What tells most about a scope comes first. */
const first = ['name', 'state', 'config', 'aws', 'account', 'organization', 'organizational-unit', 'region', 'snapshot']

const longest = 60

/** `state envs/prod, region eu-central-1`: what runs were asked to look at. */
export function scopeText(scope: RunScope): string {
  return Object.keys(scope)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((flag) => partText(flag, scope[flag] ?? []))
    .join(', ')
}

function rank(flag: string): number {
  return first.includes(flag) ? first.indexOf(flag) : first.length
}

function partText(flag: string, values: readonly string[]): string {
  const text = values.map(harmless).join(' ')
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return flag === 'aws' ? short : `${flag} ${short}`.trim()
}
