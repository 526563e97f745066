import {parsePolicyText, type PolicyDocument, type PolicyProblem, type PolicyText} from '../policy/document.ts'
import {didYouMean} from '../policy/nearest.ts'
import {pathText} from '../policy/schema-problems.ts'
import {readSetting, type Found} from './read-setting.ts'
import {isRecord, kindOf} from './shape.ts'
import {listFields, type ListField, type Setting, type TagPolicyDocument, type TagPolicyEntry} from './tag-policy.ts'

/** What AWS takes as one policy, counted without white space around its members, as the console saves it. */
const maximumPolicyCharacters = 10_000

export interface ReadTagPolicy {
  /** Absent where there are problems. */
  readonly policy?: TagPolicyDocument
  readonly problems: readonly PolicyProblem[]
}

/**
 * A tag policy as it is written, refused wherever AWS would refuse it as malformed
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html), with the place of each fault.
 *
 * @param writtenBy `aws`: AWS has taken it, so a type that is not known here is none of its faults
 */
export function readTagPolicy({name, text: given}: PolicyText, writtenBy: 'people' | 'aws' = 'people'): ReadTagPolicy {
  const text = given.replace(/^\uFEFF/, '')
  const broken = jsonProblem({name, text})
  if (broken) return {problems: [broken]}
  // YAML holds JSON, and its parser knows where everything stands; what is left for it to refuse are keys that come twice.
  const document = parsePolicyText({name, text}, {exactIntegers: true})
  if (document.problems.length > 0) return {problems: document.problems}
  const found: Found[] = []
  const entries = readEntries(document, found)
  const faults = writtenBy === 'aws' ? found.filter(({isType}) => !isType) : found
  const problems = [...faults.map((one) => problemOf(one, document)), ...sizeProblems(document)]
  return problems.length > 0 ? {problems} : {policy: {name, entries}, problems}
}

/** AWS takes no comments, no single quotes, no comma too many. */
function jsonProblem({name, text}: PolicyText): PolicyProblem | undefined {
  if (text.trim() === '') return {source: {file: name, line: 1, column: 1}, message: 'the tag policy is empty'}
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)
    const before = text.slice(0, at ? Number(at[1]) : text.length).split('\n')
    const source = {file: name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
    return {source, message: 'not valid JSON from here on; AWS takes tag policies as JSON alone'}
  }
}

function problemOf({path, message, part = 'value'}: Found, document: PolicyDocument): PolicyProblem {
  return {source: document.at(path, part), message: `${pathText(path)}: ${message}`}
}

function readEntries(document: PolicyDocument, found: Found[]): Map<string, TagPolicyEntry> {
  const entries = new Map<string, TagPolicyEntry>()
  const {data} = document
  if (!isRecord(data)) {
    found.push({path: [], message: `must be a mapping with one member, "tags", not ${kindOf(data)}`})
    return entries
  }
  for (const name of Object.keys(data)) {
    if (name === 'tags') continue
    const message = `unknown field ${JSON.stringify(name)}${didYouMean(name, ['tags'])}; a tag policy holds "tags" alone`
    found.push({path: [name], part: 'key', message})
  }
  const {tags} = data
  if (!isRecord(tags)) {
    found.push({path: tags === undefined ? [] : ['tags'], message: missingOr('tags', tags)})
    return entries
  }
  for (const [key, value] of Object.entries(tags)) readKey(key, value, {document, entries, found})
  return entries
}

function missingOr(name: string, value: unknown): string {
  return value === undefined ? `"${name}" is missing` : `must be a mapping of tag keys, not ${kindOf(value)}`
}

interface Reading {
  readonly document: PolicyDocument
  readonly entries: Map<string, TagPolicyEntry>
  readonly found: Found[]
}

/** What restricts children may stand at any level; on a level that holds no values, AWS takes it and nothing follows from it. */
const restriction = '@@operators_allowed_for_child_policies'

function readKey(key: string, value: unknown, {document, entries, found}: Reading): void {
  const path = ['tags', key]
  if (key === restriction) {
    readSetting('tag_value', {[restriction]: value}, ['tags'], found)
    return
  }
  const folded = key.toLowerCase()
  const message = keyFault(key, entries.get(folded))
  if (message !== undefined) found.push({path, part: 'key', message})
  if (isRecord(value)) entries.set(folded, readEntry(key, value, document, found))
  else found.push({path, message: `must be a mapping of ${fields.join(', ')}, not ${kindOf(value)}`})
}

function keyFault(key: string, twin: TagPolicyEntry | undefined): string | undefined {
  if (twin) {
    return `is the key of line ${twin.source.line} once more: AWS tells policy keys apart without regard to upper and lower case`
  }
  if (key.startsWith('@@')) return `no operator may stand here; allowed is ${restriction}`
  return key === '' ? 'a tag key cannot be empty' : undefined
}

const fields = ['tag_key', ...listFields] as const

function readEntry(
  key: string,
  value: Record<string, unknown>,
  document: PolicyDocument,
  found: Found[],
): TagPolicyEntry {
  const path = ['tags', key]
  const known = new Set<string>([...fields, restriction])
  for (const name of Object.keys(value).filter((one) => !known.has(one))) {
    const message = `unknown field ${JSON.stringify(name)}${didYouMean(name, fields)}; allowed are ${fields.join(', ')}`
    found.push({path: [...path, name], part: 'key', message})
  }
  if (restriction in value) readSetting('tag_value', {[restriction]: value[restriction]}, path, found)
  const setting = (name: 'tag_key' | ListField): Setting => {
    const given = value[name]
    return given === undefined ? {append: [], remove: []} : readSetting(name, given, [...path, name], found)
  }
  const tagKey = setting('tag_key')
  const [assigned] = tagKey.assign ?? []
  if (assigned !== undefined && assigned.toLowerCase() !== key.toLowerCase()) {
    const message = `${JSON.stringify(assigned)} must be the policy key ${JSON.stringify(key)}; upper and lower case alone may differ`
    found.push({path: [...path, 'tag_key', '@@assign'], message})
  }
  const lists = Object.fromEntries(listFields.map((name) => [name, setting(name)])) as Record<ListField, Setting>
  return {tagKey, lists, source: document.at(path, 'key')}
}

function sizeProblems(document: PolicyDocument): readonly PolicyProblem[] {
  const written = JSON.stringify(document.data, (_, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  )
  const characters = written?.length ?? 0
  if (characters <= maximumPolicyCharacters) return []
  const most = maximumPolicyCharacters.toLocaleString('en-US')
  const message = `policy: has ${characters.toLocaleString('en-US')} characters without white space; AWS takes ${most}: split it`
  return [{source: document.at([]), message}]
}
