import type {CostBasis} from '../model/bill.ts'
import type {BillSpend, BucketSum} from '../model/bill-report.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {bucketNames, type BucketName, type ChargeKind} from './classify/charge-kind.ts'
import {classify, type Classified} from './classify/classify.ts'

/** All lines of one kind, summed. */
export interface KindSum {
  readonly id: number
  readonly kind: ChargeKind
  readonly classified: Classified
  readonly lines: number
  readonly cost: Decimal
  readonly unblended: Decimal
}

/** Columns of a query result, all as text. */
export type TextRow = Readonly<Record<string, string | null>>

/** A row of `selectKinds`, classified. */
export function kindSum(row: TextRow, basis: CostBasis): KindSum {
  const of = (column: string): string => row[column] ?? ''
  const kind: ChargeKind = {
    provider: of('provider'),
    entity: of('entity'),
    line_type: of('line_type'),
    product: of('product'),
    product_name: of('product_name'),
    usage_type: of('usage_type'),
    operation: of('operation'),
    instance_type: of('instance_type'),
    unit: of('unit'),
    child: of('child') === 'true',
    dated: of('dated') === 'true',
  }
  return {
    id: Number(of('kind')),
    kind,
    classified: classify(kind, basis),
    lines: Number(of('lines')),
    cost: new Decimal(row['cost'] ?? 0),
    unblended: new Decimal(row['unblended'] ?? 0),
  }
}

/** Total and buckets of a bill, from the sums of its kinds. */
export function billTotals(
  kinds: readonly KindSum[],
  basis: CostBasis,
): Pick<BillSpend, 'total' | 'unblended' | 'buckets' | 'splitCostChildren'> {
  const byBucket = Map.groupBy(kinds, ({classified}) => classified.bucket)
  const own = kinds.filter(({classified}) => classified.bucket !== 'split-cost-children')
  const children = byBucket.get('split-cost-children')
  return {
    total: costOf(own),
    ...(basis !== 'unblended' && {unblended: decimalText(sumOf(own.map(({unblended}) => unblended)))}),
    buckets: bucketNames.flatMap((name) => bucketSum(name, byBucket.get(name))),
    ...(children && {splitCostChildren: {amount: costOf(children), lines: linesOf(children)}}),
  }
}

function bucketSum(name: BucketName, kinds: readonly KindSum[] | undefined): readonly BucketSum[] {
  return kinds === undefined ? [] : [{name, amount: costOf(kinds), lines: linesOf(kinds)}]
}

function costOf(kinds: readonly KindSum[]): string {
  return decimalText(sumOf(kinds.map(({cost}) => cost)))
}

function linesOf(kinds: readonly KindSum[]): number {
  return kinds.reduce((sum, {lines}) => sum + lines, 0)
}

export function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0))
}

/** Rounded for reading: a quotient has no end. */
export function pricePerHour(amount: Decimal, hours: Decimal): string {
  return decimalText(amount.div(hours).toDecimalPlaces(10))
}
