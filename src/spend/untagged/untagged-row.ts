import {creatorTags} from '../../catalog/creator-tags.ts'
import type {UntaggedRow} from '../../model/bill-report.ts'
import {decimalText} from '../../model/money.ts'
import {sumOf} from '../bill-sums.ts'
import {isPlaceholder} from './judge.ts'
import type {LineTags} from './line-tags.ts'
import type {JudgedLines, KnownResource, MissingKey, ResourceFinder, TaggedLines} from './tagged-line.ts'

/** One resource and what it lacks; where its lines lack a key for several reasons, the dearest one counts. */
export function untaggedRow(some: readonly JudgedLines[], finder: ResourceFinder): UntaggedRow {
  const [{lines}] = some as readonly [JudgedLines, ...JudgedLines[]]
  const {account, region, resource, kind, machine} = lines
  const {accelerator} = machine
  const known = resource === '' ? undefined : finder.resource(resource)
  const hours = some.flatMap((one) => one.hours ?? [])
  const owner = ownerOf(lines, finder)
  const team = teamOf(lines, known)
  const [first, last] = [
    some.flatMap((one) => one.lines.firstStart ?? []).toSorted()[0],
    some
      .flatMap((one) => one.lines.lastStart ?? [])
      .toSorted()
      .at(-1),
  ]
  return {
    ...(resource !== '' && {resource}),
    account,
    region,
    product: kind.kind.product,
    instanceType: machine.instanceType,
    ...(accelerator && {class: accelerator.class, model: `${accelerator.vendor} ${accelerator.model}`}),
    amount: decimalText(sumOf(some.map((one) => one.lines.cost))),
    lines: some.reduce((sum, one) => sum + one.lines.lines, 0),
    ...(hours.length > 0 && {acceleratorHours: decimalText(sumOf(hours))}),
    ...(first !== undefined && {firstSeen: first.slice(0, 10)}),
    ...(last !== undefined && {lastSeen: last.slice(0, 10)}),
    ...(machine.role === 'idle' && {idle: true as const}),
    missing: missingOf(some),
    ...(known?.address !== undefined && {address: known.address}),
    ...(known?.source && {source: known.source}),
    ...(team !== undefined && {team}),
    ...(owner && {owner}),
  }
}

function missingOf(some: readonly JudgedLines[]): readonly MissingKey[] {
  const dearest = some.toSorted((a, b) => b.lines.cost.comparedTo(a.lines.cost))
  const byKey = new Map<string, MissingKey>()
  for (const {missing} of dearest) for (const one of missing) if (!byKey.has(one.key)) byKey.set(one.key, one)
  return [...byKey.values()]
}

/** What made the machine, by tags that services leave on what they make. */
function ownerOf({tags}: TaggedLines, finder: ResourceFinder): UntaggedRow['owner'] {
  for (const {key, kind, type, attribute} of creatorTags) {
    const tag = tags.find(key)
    if (tag.is !== 'value' || tag.value === '') continue
    const declared =
      type === undefined || attribute === undefined ? undefined : finder.declared(type, attribute, tag.value)
    return {
      kind,
      name: tag.value,
      ...(declared?.address !== undefined && {address: declared.address}),
      ...(declared?.source && {source: declared.source}),
    }
  }
  return undefined
}

const teamKeys = ['Team', 'Owner', 'Squad', 'team', 'owner', 'squad']

/** Whose the lines are: by their tags, by those of the resource today, or as it is declared. */
export function teamOf({tags}: {readonly tags: LineTags}, known: KnownResource | undefined): string | undefined {
  for (const key of teamKeys) {
    const tag = tags.find(key)
    const values = [tag.is === 'value' ? tag.value : '', known?.liveTags?.get(key), known?.declaredTags?.get(key)]
    const value = values.find((one) => one !== undefined && one.trim() !== '' && !isPlaceholder(one))
    if (value !== undefined) return value
  }
  return undefined
}
