import type {Configuration} from '../../src/declared/hcl/read-configuration.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import {isArray, isEmpty, isRecord, Sensitive, Unknown, type Value} from '../../src/model/value.ts'

export interface Mismatch {
  readonly cause:
    | 'no such block'
    | 'no such instance'
    | 'number of instances unknown'
    | 'value differs'
    | 'not recorded'
  readonly address: string
  readonly path?: string
  readonly configured?: Value
  readonly recorded?: Value
}

/** Known configured values beside the recorded ones; unknown ones are counted. */
export function* compareWithState(
  {resources, blocks}: Configuration,
  recorded: ReadonlyMap<string, DeclaredResource>,
  count: (what: string) => void,
): Generator<Mismatch> {
  const configured = new Map(resources.map((resource) => [resource.address, resource]))
  for (const [address, resource] of recorded) {
    if (resource.mode !== 'managed') continue
    count('with state: recorded resources')
    const own = configured.get(address)
    if (own) {
      count('with state: matched')
      yield* compareAttributes(own, resource, count)
      continue
    }
    const block = blocks.find((candidate) => candidate.address === address.replace(/\[[^[]*\]$/, ''))
    const cause = block
      ? block.instancesUnknown
        ? 'number of instances unknown'
        : 'no such instance'
      : 'no such block'
    yield {cause, address}
  }
}

function* compareAttributes(
  {address, attributes}: DeclaredResource,
  {attributes: recorded}: DeclaredResource,
  count: (what: string) => void,
): Generator<Mismatch> {
  for (const [name, value] of Object.entries(attributes)) {
    // An older provider did not have the attribute, or it is one that Terraform itself reads.
    if (!Object.hasOwn(recorded, name)) {
      if (name !== 'tags_all') yield {cause: 'not recorded', address, path: name, configured: value}
      continue
    }
    const verdict = compare(value, recorded[name] ?? null)
    count(`with state: values ${verdict}`)
    if (verdict === 'different') {
      yield {cause: 'value differs', address, path: name, configured: value, recorded: recorded[name] ?? null}
    }
  }
}

type Verdict = 'equal' | 'different' | 'unknown'

/** As loosely as the normalisers of all types together: numbers and texts, order, white space and case do not count. */
function compare(configured: Value, recorded: Value): Verdict {
  const [a, b] = [reveal(configured), reveal(recorded)]
  if (a instanceof Unknown || b instanceof Unknown) return 'unknown'
  if ((isEmpty(a) || a === false) && (isEmpty(b) || b === false)) return 'equal'
  if (isArray(a)) return isArray(b) && a.length === b.length ? every(a, (item) => best(item, b)) : 'different'
  if (isRecord(a))
    return isRecord(b) ? every(Object.keys(a), (key) => compare(a[key] ?? null, b[key] ?? null)) : 'different'
  return canonical(a) === canonical(b) ? 'equal' : 'different'
}

function best(item: Value, candidates: readonly Value[]): Verdict {
  const verdicts = candidates.map((candidate) => compare(item, candidate))
  return (
    verdicts.find((verdict) => verdict === 'equal') ?? verdicts.find((verdict) => verdict === 'unknown') ?? 'different'
  )
}

function every<T>(items: readonly T[], verdictOf: (item: T) => Verdict): Verdict {
  const verdicts = items.map(verdictOf)
  return (
    verdicts.find((verdict) => verdict === 'different') ?? verdicts.find((verdict) => verdict === 'unknown') ?? 'equal'
  )
}

function reveal(value: Value): Value {
  return value instanceof Sensitive ? (value.reveal() ?? null) : value
}

function canonical(value: Value): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value)
  return (/^[{[]/.test(text) ? asJson(text) : text).toLowerCase().replace(/\.$/, '')
}

function asJson(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text) as Value))
  } catch {
    return text
  }
}

function sorted(value: Value): Value {
  if (isArray(value)) return value.length === 1 ? sorted(value[0] ?? null) : value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
