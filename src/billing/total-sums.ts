import type {SpendTotals, TotalBy} from '../model/spend-totals.ts'
import {placesOf} from '../model/money.ts'
import type {KindSum} from '../spend/bill-sums.ts'
import {labelTables, selectTotals} from '../spend/bill-totals/total-queries.ts'
import {totalRows} from '../spend/bill-totals/total-rows.ts'
import {parseUsageType} from '../spend/classify/usage-type.ts'
import {LineTags} from '../spend/untagged/line-tags.ts'
import {teamOf} from '../spend/untagged/untagged-row.ts'
import type {Charges} from './charges.ts'
import type {Bill} from './open-bill.ts'

/** What is known of lines of machines besides the bill, by what `linesOf` told them apart. */
export interface LineLabel {
  readonly kind: string
  readonly account: string
  /** As the bill has it, or empty. */
  readonly region: string
  readonly resource: string
  readonly tags: string
  readonly cause: string
  readonly team: string
}

/** Sums all of a bill by what is asked for; memory holds the sums and the labels, never the lines. */
export async function sumTotals(
  bill: Bill,
  charges: Charges,
  tables: readonly (readonly TotalBy[])[],
  lines?: () => readonly LineLabel[],
): Promise<readonly SpendTotals[]> {
  if (tables.length === 0) return []
  const keys = [...new Set(tables.flat().flatMap((by) => (by.startsWith('tag:') ? [by.slice('tag:'.length)] : [])))]
  await loadKindLabels(bill, charges)
  const byTags = tables.flat().some((by) => by === 'team' || by.startsWith('tag:'))
  const relation = await bill.forTotals(charges.scope, {
    tags: byTags || lines !== undefined,
    resources: lines !== undefined,
  })
  if (byTags) await loadTagLabels(bill, relation, keys)
  if (lines) await bill.load('line_labels', labelTables.line_labels, lineLabels(lines()))
  const judged = lines !== undefined
  // As invoiced, it counts on the day of the invoice.
  const spreads = charges.basis !== 'unblended'
  const options = {places: placesOf(charges.currency), judged, hasUnblended: !bill.missing.has('unblended')}
  const totals: SpendTotals[] = []
  for (const by of tables) {
    const rows = await bill.rows(selectTotals(relation, {by, keys, judged, spreads}))
    totals.push(totalRows(rows, {by, ...options}))
  }
  return totals
}

/** What each kind of line is classified as, for queries. */
export async function loadKindLabels(bill: Bill, {kinds}: Charges): Promise<void> {
  await bill.load('kind_labels', labelTables.kind_labels, kinds.flatMap(kindLabel))
}

/** Nothing for shares of containers: they are in no total. */
function kindLabel({id, kind, classified: {bucket, machine}}: KindSum): readonly (readonly string[])[] {
  if (bucket === 'split-cost-children') return []
  const {accelerator, hours = false, instanceType = ''} = machine ?? {}
  const model = accelerator ? `${accelerator.vendor} ${accelerator.model}` : instanceType
  const isAhead = machine?.role === 'upfront' && kind.usage_type.includes('CapacityBlock')
  const devices = hours && accelerator ? accelerator.count : ''
  return [[String(id), bucket, model, parseUsageType(kind.usage_type).region ?? '', devices, isAhead ? 'yes' : '']]
}

async function loadTagLabels(bill: Bill, relation: string, keys: readonly string[]): Promise<void> {
  const columns = [...labelTables.tag_labels, ...keys.map((_, at) => `v${at}`)]
  const distinct = bill.stream(`SELECT DISTINCT COALESCE(tags, '') AS tags FROM ${relation}`)
  await bill.load('tag_labels', columns, tagLabels(distinct, keys))
}

async function* tagLabels(
  blocks: ReturnType<Bill['stream']>,
  keys: readonly string[],
): AsyncGenerator<readonly string[]> {
  for await (const rows of blocks) {
    for (const {tags: text} of rows) {
      const tags = new LineTags(text ?? '')
      const values = keys.map((key) => {
        const found = tags.find(key)
        return found.is === 'value' && found.value.trim() !== '' ? found.value : ''
      })
      yield [text ?? '', teamOf({tags}, undefined) ?? '', ...values]
    }
  }
}

function* lineLabels(lines: readonly LineLabel[]): Generator<readonly string[]> {
  const seen = new Set<string>()
  for (const {kind, account, region, resource, tags, cause, team} of lines) {
    const key = JSON.stringify([kind, account, region, resource, tags])
    if (seen.has(key)) continue
    seen.add(key)
    yield [kind, account, region, resource, tags, cause, team]
  }
}
