import {Decimal} from '../../../model/money.ts'
import type {DatabaseDeployment, VolumeCharge} from '../../../model/price.ts'
import type {ValueRecord} from '../../../model/value.ts'
import type {Charge, CostModel} from '../cost-model.ts'
import {isOn, numberOf, textOf} from '../property.ts'
import {databaseEngine} from './database-engine.ts'

/** Class and storage; both are paid twice in Multi-AZ, at prices of their own. Of Aurora the cluster has the storage. */
export const dbInstance: CostModel = {
  objectType: 'AWS::RDS::DBInstance',
  properties: [
    'AllocatedStorage',
    'DBInstanceClass',
    'Engine',
    'Iops',
    'LicenseModel',
    'MultiAZ',
    'StorageThroughput',
    'StorageType',
  ],
  charges(properties) {
    const name = textOf(properties, 'Engine')
    const instanceClass = textOf(properties, 'DBInstanceClass')
    if (name === undefined || instanceClass === undefined) return {unknown: 'value', what: 'engine or instance class'}
    const engine = databaseEngine(name, textOf(properties, 'LicenseModel'))
    if (!engine) return {unknown: 'value', what: `how ${name} is priced`}
    // Aurora Serverless is paid by capacity units, which are not known from the instance.
    if (instanceClass === 'db.serverless') return {unknown: 'usage', what: 'capacity units of Aurora Serverless'}
    const deployment = isOn(properties, 'MultiAZ') ? 'Multi-AZ' : 'Single-AZ'
    const machine = {thing: {of: 'database', instanceClass, ...engine, deployment}, quantity: new Decimal(1)} as const
    if (name.startsWith('aurora')) return {charges: [{...machine, thing: {...machine.thing, deployment: 'Single-AZ'}}]}
    const storage = storageCharges(properties, name, deployment)
    return storage ? {charges: [machine, ...storage]} : {unknown: 'value', what: 'allocated storage'}
  },
}

function storageCharges(
  properties: ValueRecord,
  engineName: string,
  deployment: DatabaseDeployment,
): readonly Charge[] | undefined {
  const size = numberOf(properties, 'AllocatedStorage')
  if (size === undefined) return undefined
  const volumeType = textOf(properties, 'StorageType') ?? 'gp2'
  // Prices of storage are the same for all engines but SQL Server.
  const engine = engineName.startsWith('sqlserver') ? 'SQL Server' : 'Any'
  const charge = (kind: VolumeCharge, quantity: Decimal): Charge => ({
    thing: {of: 'database-storage', volumeType, engine, deployment, charge: kind},
    quantity,
  })
  const iops = numberOf(properties, 'Iops') ?? new Decimal(0)
  const throughput = numberOf(properties, 'StorageThroughput') ?? new Decimal(0)
  if (volumeType === 'io1' || volumeType === 'io2') return [charge('storage', size), charge('iops', iops)]
  if (volumeType !== 'gp3') return [charge('storage', size)]
  const included = baseline(engineName, size)
  return [
    charge('storage', size),
    charge('iops', Decimal.max(iops.minus(included.iops), 0)),
    charge('throughput', Decimal.max(throughput.minus(included.throughput), 0)),
  ]
}

/** What gp3 includes by engine and size: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
function baseline(engineName: string, size: Decimal): {readonly iops: number; readonly throughput: number} {
  const small = {iops: 3000, throughput: 125}
  if (engineName.startsWith('sqlserver')) return small
  return size.gte(engineName.startsWith('oracle') ? 200 : 400) ? {iops: 12_000, throughput: 500} : small
}
