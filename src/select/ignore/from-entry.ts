import {attributeSteps} from '../../model/attribute-path.ts'
import type {Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import {ownerOf} from '../../model/owner.ts'
import {Wildcards} from '../../model/wildcard.ts'
import {wasLookedFor, type Sought} from '../baseline/looked.ts'
import type {IgnoreEntry} from './entry.ts'
import type {Facts, Ignore, Names} from './ignore.ts'
import {soughtCodes} from './sought.ts'

const criteria = ['address', 'type', 'path', 'tag', 'account', 'region', 'code'] as const
type Criterion = (typeof criteria)[number]

/** An entry of `ignore:` as a test of findings. */
export function fromEntry(entry: IgnoreEntry): Ignore {
  const given = criteria.filter((name) => entry[name] !== undefined)
  const rule = given.map((name) => `${name}: ${(entry[name] ?? []).join(' | ')}`).join(', ')
  const tests = given.map((name) => testOf(name, entry[name] ?? []))
  const {reason, until, source} = entry
  const needsMore = given.some((name) => name !== 'address' && name !== 'type')
  return {
    kind: 'project',
    rule,
    source,
    reason,
    ...(until !== undefined && {until}),
    identity: rule,
    takes: (finding, facts) => tests.every((test) => test(finding, facts)),
    ...(needsMore ? {} : {takesAll: takesAllOf(entry)}),
    hadItsChance: (looked) => soughtBy(entry).every((sought) => wasLookedFor(sought, looked)),
  }
}

type Test = (finding: Finding, facts: Facts) => boolean

function testOf(name: Criterion, texts: readonly string[]): Test {
  if (name === 'tag') return (finding, {hasTag}) => texts.some((tag) => hasTag(finding, tag))
  const wanted = new Wildcards(name === 'path' ? texts.flatMap(pathPatterns) : texts)
  return (finding) => namesOf[name](finding).some((text) => text !== undefined && wanted.match(text))
}

const namesOf: Readonly<Record<Exclude<Criterion, 'tag'>, (finding: Finding) => readonly (string | undefined)[]>> = {
  address: ({subject}) => [subject.address],
  type: ({subject}) => [subject.type, subject.objectType],
  path: pathsOf,
  account: ({subject}) => [subject.location?.account],
  region: ({subject}) => [subject.location?.region],
  code: ({code}) => [code, kindOf(code)],
}

/** A path and all below it; one with an index (`ingress[0]`, `ingress[*]`) is about that one. */
function pathPatterns(pattern: string): readonly string[] {
  const path = /\[(?!")/.test(pattern) ? pattern : plain(pattern)
  return [path, `${path}.*`, `${path}[*`]
}

/** How a person may call what a finding is about: as Terraform does, with and without indices, and as AWS does. */
export function pathsOf(finding: Finding): readonly string[] {
  if ('key' in finding && finding.key !== undefined) return [`tags.${finding.key}`]
  const attribute = ownerOf(finding)?.attribute
  const path = 'path' in finding ? finding.path : undefined
  return [attribute, path].flatMap((one) => (one === undefined ? [] : [one, plain(one)]))
}

/** Without indices; `tags_all` is what `tags` becomes. */
function plain(path: string): string {
  const [first = '', ...rest] = attributeSteps(path)
  return [first === 'tags_all' ? 'tags' : first, ...rest].join('.')
}

function takesAllOf({address, type}: IgnoreEntry): (names: Names) => boolean {
  const addresses = address && new Wildcards(address)
  const types = type && new Wildcards(type)
  return (names) =>
    (addresses === undefined || (names.address !== undefined && addresses.match(names.address))) &&
    (types === undefined || names.types.some((one) => one !== undefined && types.match(one)))
}

/** What it could have met: a finding of each code, type and place that it names; what it names by a pattern may be anything. */
function soughtBy({code = [], path = [], type, account, region}: IgnoreEntry): readonly Sought[] {
  const place = Object.fromEntries(
    Object.entries({type: exact(type), account: exact(account), region: exact(region)}).filter(
      ([, text]) => text !== undefined,
    ),
  )
  return soughtCodes(code, path).map((one) => ({...place, ...(one !== undefined && {code: one})}))
}

/** The one text that is meant. */
function exact(texts: readonly string[] = []): string | undefined {
  return texts.length === 1 && !texts[0]?.includes('*') ? texts[0] : undefined
}
