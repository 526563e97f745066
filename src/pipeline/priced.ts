import {declaredProperties} from '../drift/declared-properties.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import {priceFindings} from '../spend/cost/price-findings.ts'
import type {PriceSource} from './prices.ts'

/** The findings about these objects, with what each costs a month more or less than declared. */
export async function priced(
  findings: readonly Finding[],
  objects: readonly JoinedObject[],
  prices: PriceSource,
): Promise<{readonly findings: readonly Finding[]; readonly gaps: readonly Gap[]}> {
  const context = {declared: declaredProperties}
  const {book, gaps} = await prices.pricesFor((asked) => priceFindings(findings, objects, {...context, book: asked}))
  return {findings: priceFindings(findings, objects, {...context, book}), gaps}
}
