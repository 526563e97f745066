import type {BillFormat, CostBasis} from '../../model/bill.ts'

/**
 * The one model of a charge, whatever wrote it: the columns of the relation `lines`, in this order. What a bill has
 * nothing to say of is NULL, or an empty text. Each format has a projection onto it (`project-cur.ts`, `project-focus.ts`).
 */
export const chargeColumns = {
  format: 'VARCHAR',
  /** Which delivery of a bill the line is from: files that belong together have one number. */
  delivery: 'INTEGER',
  currency: 'VARCHAR',
  payer: 'VARCHAR',
  account: 'VARCHAR',
  bill_start: 'TIMESTAMP',
  bill_end: 'TIMESTAMP',
  start_time: 'TIMESTAMP',
  end_time: 'TIMESTAMP',
  /** Whose cloud: 'AWS' for every CUR; what FOCUS says for others. */
  provider: 'VARCHAR',
  /** `AWS`, `AWS Marketplace`. */
  entity: 'VARCHAR',
  /** The words of `lineItem/LineItemType`, and those of `LineType` for what only FOCUS has. */
  line_type: 'VARCHAR',
  /** `AmazonEC2`. */
  product: 'VARCHAR',
  product_name: 'VARCHAR',
  usage_type: 'VARCHAR',
  operation: 'VARCHAR',
  region: 'VARCHAR',
  instance_type: 'VARCHAR',
  resource_id: 'VARCHAR',
  /** Of a line that splits the cost of another one among containers: the instance. */
  parent_resource_id: 'VARCHAR',
  /** The savings plan or reservation that covers the line, or that its fee is for. */
  commitment: 'VARCHAR',
  quantity: 'DECIMAL(38,24)',
  unit: 'VARCHAR',
  unblended: 'DECIMAL(38,24)',
  amortised: 'DECIMAL(38,24)',
  net_amortised: 'DECIMAL(38,24)',
  /** At public prices; NULL where the bill does not say. */
  list_cost: 'DECIMAL(38,24)',
  /** Of a line that splits the cost of another one: what the container used of it, and its part of what nobody used. */
  split_cost: 'DECIMAL(38,24)',
  /** JSON: an object of raw keys, or an array of such objects where a bill has several columns of tags. */
  tags: 'VARCHAR',
} as const

/** Text of `tags` where a bill has no column of tags: nothing is known of them. */
export const tagsNotInBill = '?'

export type ChargeColumn = keyof typeof chargeColumns

export const costColumns = {
  'net-amortised': 'net_amortised',
  amortised: 'amortised',
  unblended: 'unblended',
} as const satisfies Record<CostBasis, ChargeColumn>

/** How a format gives the columns of the model: SQL expressions over a file, and what it cannot give. */
export interface Projection {
  readonly format: BillFormat
  readonly expressions: Readonly<Record<Exclude<ChargeColumn, 'delivery'>, string>>
  /** By column of the model: the columns of the file that it would take. */
  readonly missing: ReadonlyMap<ChargeColumn, readonly string[]>
  /** What the reader should know of how the figures came about. */
  readonly notes: readonly ProjectionNote[]
}

/**
 * `focus-amortised`: FOCUS has but one amortised cost, that after discounts. `provider-unknown`: no column tells whose cloud; taken as AWS's.
 * `instance-type-from-description`: there is no usage type, so machines are found by their name in the description.
 * `cost-explorer`: sums, no lines. `estimated`: a month that is not closed.
 */
export type ProjectionNote =
  | 'focus-amortised'
  | 'provider-unknown'
  | 'instance-type-from-description'
  | 'cost-explorer'
  | 'estimated'

/** The query of one file (or of several with the same columns) in the shape of the model. */
export function projectedSelect({expressions}: Projection, delivery: number, from: string): string {
  const all: Readonly<Record<ChargeColumn, string>> = {...expressions, delivery: String(delivery)}
  const columns = Object.keys(chargeColumns) as ChargeColumn[]
  return `SELECT ${columns.map((column) => `CAST(${all[column]} AS ${chargeColumns[column]}) AS ${column}`).join(', ')} FROM ${from}`
}
