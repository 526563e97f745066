import {embeddedPrices} from '../catalog/prices/embedded.ts'
import {declaredProperties} from '../drift/declared-properties.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import {priceFindings} from '../spend/cost/price-findings.ts'

/** The findings about these objects, with what each costs a month more or less than declared. */
export function priced(findings: readonly Finding[], objects: readonly JoinedObject[]): readonly Finding[] {
  return priceFindings(findings, objects, {book: embeddedPrices, declared: declaredProperties})
}
