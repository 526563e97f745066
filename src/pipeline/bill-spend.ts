import {sumCharges, type Charges, type ChargesRequest} from '../billing/charges.ts'
import {openBill, type Bill} from '../billing/open-bill.ts'
import type {BillAccess} from '../billing/s3/access.ts'
import type {CostBasis, NotComputable} from '../model/bill.ts'
import type {BillSpend, GpuSpend} from '../model/bill-report.ts'
import {compareGaps, type Gap} from '../model/gap.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {billTotals as bucketTotals, type KindSum, sumOf} from '../spend/bill-sums.ts'
import {containerSpend} from '../spend/containers.ts'
import {gpuSpend, machineLines} from '../spend/gpu-spend.ts'
import {billTotals, checkTotals, type TotalsRequest} from './bill-totals.ts'

export interface BillRequest extends TotalsRequest {
  /** Files, folders, globs, manifests, and `s3://` of each. */
  readonly bills: readonly string[]
  /** How to reach those in S3. */
  readonly access?: BillAccess
  readonly basis?: CostBasis
  readonly currency?: string
  /** Only these months, `2026-10`. */
  readonly months?: readonly string[]
  /** Whether to split the cost of machines among the containers on them; of `spendGpu` alone. */
  readonly containers?: boolean
}

/** What accelerators cost according to a bill. */
export async function spendGpu(request: BillRequest, surroundings: Surroundings): Promise<GpuSpend> {
  checkTotals(request)
  await using bill = await openBill(request.bills, surroundings, request.access)
  surroundings.progress.step('summing charges')
  // Not before it is done may the bill be closed.
  return await gpuSpendOf(bill, {...request, now: surroundings.now, signal: surroundings.signal})
}

export interface GpuSpendRequest extends ChargesRequest, TotalsRequest {
  readonly signal: AbortSignal
  readonly containers?: boolean
}

/** Of a bill that is open, which may be asked again under another basis. */
export async function gpuSpendOf(bill: Bill, request: GpuSpendRequest): Promise<GpuSpend> {
  const charges = await sumCharges(bill, request)
  const kinds = new Map(charges.kinds.map((kind) => [kind.id, kind]))
  const accelerated = charges.kinds.filter(({classified}) => classified.machine !== undefined)
  const rows = await charges.linesOf(accelerated, ['account', 'region'])
  const whole = billSpend(bill, charges)
  const containers = request.containers ? await containersOf(bill, charges) : {}
  return {
    ...whole,
    ...containers,
    ...(await billTotals(bill, charges, request, {...request, total: whole.total})),
    ...gpuSpend(rows.flatMap((row) => machineLines(row, kinds) ?? [])),
  }
}

/** Nothing where the bill has no lines of containers; not computable where it does not say what they cost. */
async function containersOf(bill: Bill, charges: Charges): Promise<Pick<GpuSpend, 'containers'>> {
  const children = charges.kinds.filter(({classified}) => classified.bucket === 'split-cost-children')
  if (children.length === 0 || bill.missing.has('split_cost')) return {}
  const used = charges.kinds.filter(({classified}) => classified.bucket === 'accelerators')
  const machines = used.filter(({classified}) => classified.machine?.role === 'machine')
  const shares = await charges.linesOf(children, ['account', 'parent_resource_id', 'resource_id', 'tags'])
  const costs = await charges.linesOf(machines, ['account', 'resource_id'])
  return {containers: containerSpend(costs, shares, sumOf(used.map(({cost}) => cost)))}
}

/** What every answer about a bill says of the bill itself. */
export function billSpend(bill: Bill, charges: Charges): BillSpend {
  const {basis, currency, kinds} = charges
  const {unblended, ...totals} = bucketTotals(kinds, basis)
  const period = periodOf(charges)
  return {
    ...(currency !== undefined && {currency}),
    basis,
    ...(period && {period}),
    ...totals,
    ...(unblended !== undefined && !bill.missing.has('unblended') && {unblended}),
    inputs: bill.inputs,
    skipped: bill.skipped,
    notes: bill.notes,
    notComputable: [
      ...charges.notComputable,
      ...missingFigures(bill),
      ...missingContainers(bill, kinds),
      ...(bill.notComputable ?? []),
    ],
    gaps: [...bill.gaps, ...charges.gaps, ...unknownGaps(kinds), ...foreignGap(kinds)].toSorted(compareGaps),
  }
}

/** Months of the bill where it says; else the days of its lines. */
function periodOf({parts}: Charges): BillSpend['period'] {
  const starts = parts.flatMap(({billStart, firstDay}) => billStart ?? firstDay ?? []).toSorted()
  const ends = parts.flatMap(({billEnd, lastDay}) => billEnd ?? lastDay ?? []).toSorted()
  const [start, end] = [starts[0], ends.at(-1)]
  return start === undefined || end === undefined ? undefined : {start, end}
}

/** Figures besides the cost that a missing column leaves open, in the words of a reader. */
const figures = {
  currency: 'currency',
  account: 'spend by account',
  start_time: 'dates of charges',
  line_type: 'taxes, credits, refunds and fees apart from usage',
  product: 'spend by product',
  usage_type: 'accelerators',
  quantity: 'accelerator hours',
  unblended: 'unblended cost',
} as const

function missingFigures({missing}: Bill): readonly NotComputable[] {
  return Object.entries(figures).flatMap(([column, figure]) => {
    const found = missing.get(column as keyof typeof figures)
    return found === undefined ? [] : [{...found, figure}]
  })
}

/** Of a bill without containers it is no figure that is missing. */
function missingContainers({missing}: Bill, kinds: readonly KindSum[]): readonly NotComputable[] {
  const found = missing.get('split_cost')
  const hasChildren = kinds.some(({classified}) => classified.bucket === 'split-cost-children')
  return found && hasChildren ? [{...found, figure: 'cost of containers'}] : []
}

function unknownGaps(kinds: readonly KindSum[]): readonly Gap[] {
  const unknown = kinds.filter(({classified}) => classified.bucket === 'unknown-accelerators')
  const types = [...new Set(unknown.flatMap(({classified}) => classified.machine?.instanceType ?? []))].toSorted()
  if (types.length === 0) return []
  return [
    {
      reason: 'accelerator-unknown',
      detail: `${types.join(', ')} ${types.length === 1 ? 'looks' : 'look'} accelerated and ${types.length === 1 ? 'is' : 'are'} newer than the catalogue: what ${types.length === 1 ? 'it holds' : 'they hold'} is not known.`,
      hides: {count: types.length, examples: types.slice(0, 5)},
    },
  ]
}

/** A bill of another cloud is all in one bucket: true, and most likely not what was asked for. */
function foreignGap(kinds: readonly KindSum[]): readonly Gap[] {
  const foreign = kinds.filter(({classified}) => classified.bucket === 'other-providers')
  if (kinds.length === 0 || foreign.length < kinds.length) return []
  const names = [...new Set(foreign.map(({kind}) => kind.provider))].toSorted()
  return [
    {
      reason: 'unreadable-input',
      detail: `No line of the bill is of AWS: it is of ${names.join(', ')}, whose accelerators are not known here.`,
      hides: {count: foreign.reduce((sum, {lines}) => sum + lines, 0), examples: names.slice(0, 5)},
    },
  ]
}
