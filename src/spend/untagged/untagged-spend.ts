import type {BillSpend, BucketSum, UntaggedKey, UntaggedSpend} from '../../model/bill-report.ts'
import {untaggedCauses} from '../../model/bill-report.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import {sumOf} from '../bill-sums.ts'
import {byAmount} from '../gpu-spend.ts'
import {acceleratorBuckets} from '../classify/charge-kind.ts'
import {type JudgeContext, judgeResource} from './judge.ts'
import type {JudgedLines, TaggedLines} from './tagged-line.ts'
import {untaggedRow} from './untagged-row.ts'

/** All lines of which tags are known, resource by resource, with what they lack. */
export function judgedLines(all: readonly TaggedLines[], context: JudgeContext): readonly JudgedLines[] {
  const known = all.filter(({tags}) => tags.known)
  return [...Map.groupBy(known, resourceKey).values()].flatMap((some) => judgeResource(some, context))
}

/** What accelerators cost that lack required tags, key by key with causes, and resource by resource. */
export function untaggedSpend(
  all: readonly TaggedLines[],
  judged: readonly JudgedLines[],
  context: JudgeContext,
  spend: BillSpend,
): Pick<UntaggedSpend, 'buckets' | 'keys' | 'coverage' | 'rows'> {
  const untagged = judged.filter(({missing}) => missing.length > 0)
  const tagged = judged.filter(({missing}) => missing.length === 0)
  const rows = [...Map.groupBy(untagged, ({lines}) => rowKey(lines)).values()]
    .map((some) => untaggedRow(some, context.finder))
    .toSorted(byAmount)
  const unknown = all.filter(({tags}) => !tags.known)
  const own: readonly BucketSum[] = [
    bucket(
      'tagged',
      tagged.map(({lines}) => lines),
    ),
    bucket(
      'untagged',
      untagged.map(({lines}) => lines),
    ),
    ...(unknown.length > 0 ? [bucket('tags-unknown', unknown)] : []),
  ]
  return {
    buckets: [...own, ...spend.buckets.filter(({name}) => !acceleratorBuckets.has(name))],
    keys: context.keys.map((key) => keyOf(key, untagged)),
    coverage: coverageOf(judged, untagged),
    rows,
  }
}

function bucket(name: string, some: readonly TaggedLines[]): BucketSum {
  return {name, amount: decimalText(costOf(some)), lines: some.reduce((sum, {lines}) => sum + lines, 0)}
}

/** A resource is one in its account; lines without one are told apart by what they are for. */
function resourceKey({account, region, resource, machine, kind}: TaggedLines): string {
  return resource === ''
    ? [account, region, kind.kind.product, machine.instanceType].join('\n')
    : [account, resource].join('\n')
}

function rowKey(lines: TaggedLines): string {
  const {machine} = lines
  return [resourceKey(lines), lines.region, machine.instanceType, machine.role === 'idle'].join('\n')
}

function keyOf(key: string, untagged: readonly JudgedLines[]): UntaggedKey {
  const lacking = untagged.flatMap(({lines, missing}) =>
    missing.filter((one) => one.key === key).map(({cause}) => ({lines, cause})),
  )
  const causes = untaggedCauses.flatMap((cause) => {
    const some = lacking.filter((one) => one.cause === cause).map(({lines}) => lines)
    return some.length === 0 ? [] : [{cause, ...sums(some)}]
  })
  return {key, ...sums(lacking.map(({lines}) => lines)), causes}
}

function sums(some: readonly TaggedLines[]): {readonly amount: string; readonly resources: number} {
  return {amount: decimalText(costOf(some)), resources: resourcesOf(some)}
}

function coverageOf(judged: readonly JudgedLines[], untagged: readonly JudgedLines[]): UntaggedSpend['coverage'] {
  const [all, lacking] = [judged, untagged].map((some) => some.map(({lines}) => lines)) as [
    TaggedLines[],
    TaggedLines[],
  ]
  const [amount, untaggedAmount] = [costOf(all), costOf(lacking)]
  const [resources, untaggedResources] = [resourcesOf(all), resourcesOf(lacking)]
  return {
    amount: decimalText(amount),
    untaggedAmount: decimalText(untaggedAmount),
    ...(!amount.isZero() && {taggedShareOfSpend: share(amount.minus(untaggedAmount), amount)}),
    resources,
    untaggedResources,
    ...(resources > 0 && {
      taggedShareOfResources: share(new Decimal(resources - untaggedResources), new Decimal(resources)),
    }),
  }
}

function share(part: Decimal, whole: Decimal): string {
  return decimalText(part.div(whole).toDecimalPlaces(6))
}

function costOf(some: readonly TaggedLines[]): Decimal {
  return sumOf(some.map(({cost}) => cost))
}

/** Distinct ones; lines that name none are in the money and in no count. */
function resourcesOf(some: readonly TaggedLines[]): number {
  return new Set(some.flatMap((lines) => (lines.resource === '' ? [] : [resourceKey(lines)]))).size
}
