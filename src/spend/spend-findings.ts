import {acceleratorOf} from '../catalog/accelerators/accelerators.ts'
import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare, subjectOf} from '../join/subject.ts'
import {fingerprintOf, type Finding, type FindingDetail} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import {decimalText} from '../model/money.ts'
import type {RunRateRow} from '../model/spend.ts'
import type {Charge} from './cost/cost-model.ts'
import {numberOf} from './cost/property.ts'
import type {Use} from './idle/idle.ts'
import type {Price} from './row.ts'
import {sum} from './totals.ts'

/** A finding about the money of an object, of whoever declares it. */
export function spendFinding(object: JoinedObject, detail: FindingDetail, catalog: Pick<Catalog, 'creator'>): Finding {
  const resource = mainShare(object)?.resource
  const subject = subjectOf(object, catalog, resource)
  return {
    ...detail,
    severity: 'high',
    confidence: 'curated',
    subject,
    ...(resource && {source: resource.source}),
    fingerprint: fingerprintOf(detail, subject),
  }
}

export function unownedDetail(row: RunRateRow): FindingDetail {
  const {instanceType, model, accelerators, missingKeys} = row
  return {code: 'accelerator-unowned', missingKeys, instanceType, model, count: accelerators, ...paid(row)}
}

/** @param charge what is paid of the reservation though nothing uses it */
export function unusedDetail({properties}: LiveObject, {thing, quantity}: Charge, price: Price): FindingDetail {
  const instanceType = thing.of === 'instance' ? thing.instanceType : ''
  const accelerator = acceleratorOf(instanceType)
  return {
    code: 'reservation-unused',
    instanceType,
    unused: quantity.toNumber(),
    reserved: (numberOf(properties, 'InstanceCount') ?? quantity).toNumber(),
    ...(accelerator && {
      model: `${accelerator.vendor} ${accelerator.model}`,
      count: decimalText(quantity.times(accelerator.count)),
    }),
    ...paid(price),
  }
}

/** @param rows of one object: all that it runs is idle together */
export function idleDetail(rows: readonly RunRateRow[], {metric, peak}: Use, hours: number): FindingDetail {
  const [first] = rows
  const isPriced = rows.every(({monthly}) => monthly !== undefined)
  const {currency} = first ?? {}
  const amounts = {hourly: sum(rows.map(({hourly}) => hourly)), monthly: sum(rows.map(({monthly}) => monthly))}
  return {
    code: 'accelerator-idle',
    instanceType: [...new Set(rows.map(({instanceType}) => instanceType))].join(', '),
    model: [...new Set(rows.map(({model}) => model))].join(', '),
    count: sum(rows.map(({accelerators}) => accelerators)),
    metric,
    peak,
    hours,
    ...(isPriced && currency !== undefined && {...amounts, currency}),
  }
}

/** All of it, or nothing where no price is known. */
function paid({hourly, monthly, currency}: Price) {
  return hourly !== undefined && monthly !== undefined && currency !== undefined ? {hourly, monthly, currency} : {}
}
