import {billError} from '../billing/bill-error.ts'
import {sumCharges, type Charges} from '../billing/charges.ts'
import {openBill} from '../billing/open-bill.ts'
import {TrueupError, userError} from '../errors.ts'
import {Decimal} from '../model/money.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {SharedSplit, UnitSpend} from '../model/unit-spend.ts'
import {bucketNames, isUsageBucket} from '../spend/classify/charge-kind.ts'
import type {TextRow} from '../spend/bill-sums.ts'
import {LineTags} from '../spend/untagged/line-tags.ts'
import {customersIn, type TableText, usageIn} from '../spend/unit/tables.ts'
import {type UnitCharge, unitCosts} from '../spend/unit/unit-costs.ts'
import {billSpend, type BillRequest} from './bill-spend.ts'
import {billTotals, checkTotals} from './bill-totals.ts'

export interface UnitRequest extends BillRequest {
  /** `tag:KEY` or `account`. */
  readonly by: string
  readonly usage: TableText
  readonly customers?: TableText
  readonly sharedValues: readonly string[]
  readonly sharedBuckets: readonly string[]
  readonly split: SharedSplit
}

export type {SharedSplit}

/** What each customer costs, directly and as a share, and what one unit does. */
export async function spendUnit(request: UnitRequest, surroundings: Surroundings): Promise<UnitSpend> {
  const {by, split, sharedValues, sharedBuckets} = request
  const valueOf = valueBy(by)
  for (const bucket of sharedBuckets) checkBucket(bucket)
  checkTotals(request)
  const usage = usageIn(request.usage)
  const customers = request.customers && customersIn(request.customers)
  if (split === 'fixed' && (customers?.weights.size ?? 0) === 0) {
    throw userError(
      'weights-missing',
      'a fixed split needs weights',
      'Give a column weight in the table of --customers',
    )
  }
  await using bill = await openBill(request.bills, surroundings, request.access)
  if (bill.lacking) throw billError('cost-explorer-cannot', 'Cost Explorer does not tell whose a charge is')
  surroundings.progress.step('summing charges')
  const charges = await sumCharges(bill, {...request, now: surroundings.now})
  const whole = billSpend(bill, charges)
  const rules = {
    usage,
    ...(customers && {customers}),
    sharedValues: new Set(sharedValues),
    sharedBuckets: new Set(sharedBuckets),
    split,
  }
  const figures = unitCosts(await unitCharges(charges, valueOf), rules)
  proveWhole(figures, whole.total)
  return {
    ...whole,
    ...(await billTotals(bill, charges, request, {...surroundings, total: whole.total})),
    by,
    split,
    ...figures,
  }
}

type ValueOf = (row: TextRow, tags: LineTags) => string | undefined

function valueBy(by: string): ValueOf {
  if (by === 'account') return (row) => row['account'] || undefined
  const [, key] = /^tag:(.+)$/.exec(by) ?? []
  if (key === undefined) {
    throw userError(
      'by-invalid',
      `nothing is told apart by ${JSON.stringify(by)}`,
      'Write --by tag:KEY or --by account',
    )
  }
  return (_, tags) => {
    const found = tags.find(key)
    return found.is === 'value' && found.value.trim() !== '' ? found.value : undefined
  }
}

function checkBucket(bucket: string): void {
  if (bucketNames.some((name) => name === bucket)) return
  throw userError(
    'bucket-unknown',
    `there is no bucket ${JSON.stringify(bucket)}`,
    `Buckets: ${bucketNames.join(', ')}`,
  )
}

async function unitCharges(charges: Charges, valueOf: ValueOf): Promise<readonly UnitCharge[]> {
  const kinds = new Map(charges.kinds.map((kind) => [kind.id, kind]))
  const counted = charges.kinds.filter(({classified}) => classified.bucket !== 'split-cost-children')
  const rows = await charges.linesOf(counted, ['account', 'tags', 'bill_start'])
  const parsed = new Map<string, LineTags>()
  return rows.flatMap((row) => {
    const kind = kinds.get(Number(row['kind']))
    if (!kind) return []
    const text = row['tags'] ?? ''
    const tags = parsed.get(text) ?? new LineTags(text)
    parsed.set(text, tags)
    const {bucket} = kind.classified
    const value = valueOf(row, tags)
    return [
      {
        bucket,
        isUsage: isUsageBucket(bucket),
        month: (row['bill_start'] ?? row['first_start'] ?? '').slice(0, 7),
        ...(value === undefined ? {} : {value}),
        cost: new Decimal(row['cost'] ?? 0),
        lines: Number(row['lines']),
      },
    ]
  })
}

/** Customers and what is left are the whole bill. */
function proveWhole(
  {direct, shared, unallocatedAmount}: Pick<UnitSpend, 'direct' | 'shared' | 'unallocatedAmount'>,
  total: string,
) {
  const sum = new Decimal(direct).plus(shared).plus(unallocatedAmount)
  if (sum.equals(total)) return
  throw new TrueupError(`customers and the rest cost ${sum.toFixed()}, the bill ${total}`, {
    code: 'bill-does-not-add-up',
    fault: 'bug',
    hint: 'Report it, with the columns of the bill: no figure of this bill can be trusted',
  })
}
