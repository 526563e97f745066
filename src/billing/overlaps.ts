import type {BillPart} from './charges.ts'
import {billError} from './bill-error.ts'
import type {Bill} from './open-bill.ts'

/**
 * Refuses bills in which the same money is delivered twice: one payer and month in two formats, or in two deliveries that share lines
 * (an older version of a report beside the newer one). Parts of one delivery share none.
 *
 * @throws {TrueupError} `bill-mixed-formats`, `bill-delivered-twice`
 */
export async function overlapsOf(bill: Bill, parts: readonly BillPart[]): Promise<void> {
  const months = [...Map.groupBy(parts, ({payer, billStart}) => `${payer}\n${billStart ?? ''}`).values()]
  for (const some of months) refuseFormats(some)
  const suspects = months.filter((some) => new Set(some.map(({delivery}) => delivery)).size > 1)
  if (suspects.length > 0) await refuseSharedLines(bill, suspects.flat())
}

function refuseFormats(some: readonly BillPart[]): void {
  const formats = [...new Set(some.map(({format}) => format))]
  const [first] = some
  if (formats.length < 2 || first === undefined || first.payer === '') return
  const names = formats.map((format) => (format === 'focus' ? 'FOCUS' : format === 'cur' ? 'legacy CUR' : 'CUR 2.0'))
  throw billError(
    'bill-mixed-formats',
    `the charges of payer ${first.payer} from ${first.billStart ?? 'an unknown date'} are given as ${names.join(' and as ')}`,
  )
}

/** Beyond this many lines those of some hours decide: two versions of one report share most of theirs. */
const allCompared = 2_000_000
const sample = 16
/** Two parts of one report may share lines that look alike in what is compared, but never so many. */
const tooMany = 0.2

async function refuseSharedLines(bill: Bill, suspects: readonly BillPart[]): Promise<void> {
  const lines = suspects.reduce((sum, part) => sum + part.lines, 0)
  const deliveries = [...new Set(suspects.map(({delivery}) => delivery))]
  await bill.run(`CREATE OR REPLACE TEMP TABLE fingerprints AS SELECT DISTINCT delivery, fingerprint FROM (
      SELECT delivery, hash(payer, account, start_time, end_time, line_type, product, usage_type, operation, resource_id,
        quantity, unblended, tags, bill_start) AS fingerprint
      FROM lines WHERE delivery IN (${deliveries.join(', ')}) AND unblended <> 0
        ${lines > allCompared ? `AND hash(start_time) % ${sample} = 0` : ''})`)
  const [twice] =
    await bill.rows(`WITH sizes AS (SELECT delivery, COUNT(*) AS size FROM fingerprints GROUP BY delivery),
    shared AS (SELECT a.delivery AS one, b.delivery AS other, COUNT(*) AS lines FROM fingerprints a
      JOIN fingerprints b ON a.fingerprint = b.fingerprint AND a.delivery < b.delivery GROUP BY ALL)
    SELECT CAST(one AS VARCHAR) AS one, CAST(other AS VARCHAR) AS other, CAST(lines AS VARCHAR) AS lines FROM shared
    JOIN sizes a ON a.delivery = one JOIN sizes b ON b.delivery = other
    WHERE lines > ${tooMany} * LEAST(a.size, b.size) ORDER BY ALL LIMIT 1`)
  await bill.run('DROP TABLE fingerprints')
  if (twice === undefined) return
  const names = [twice['one'], twice['other']].map((number) => bill.fileOf(Number(number)))
  throw billError('bill-delivered-twice', `${names.join(' and ')} hold the same charges`)
}
