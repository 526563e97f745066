import type {Decimal} from './money.ts'

/** What AWS sells at a list price, in a region: named so that an embedded list and the Price List API can both be asked for it. */
export type PriceKey = {readonly region: string} & PricedThing

export type PricedThing =
  | {
      readonly of: 'instance'
      readonly instanceType: string
      readonly os: OperatingSystem
      readonly tenancy: 'Shared' | 'Dedicated'
    }
  /** What the Spot market asked for in a zone at a time. */
  | {readonly of: 'spot'; readonly instanceType: string; readonly os: OperatingSystem; readonly zone: string}
  | {readonly of: 'volume'; readonly volumeType: string; readonly charge: VolumeCharge}
  | {
      readonly of: 'database'
      readonly instanceClass: string
      /** As the Price List names it: `PostgreSQL`, `Aurora MySQL`, `SQL Server`. */
      readonly engine: string
      readonly edition?: string
      readonly license: string
      readonly deployment: DatabaseDeployment
    }
  | {
      readonly of: 'database-storage'
      readonly volumeType: string
      readonly engine: string
      readonly deployment: DatabaseDeployment
      readonly charge: VolumeCharge
    }
  | {readonly of: 'cache-node'; readonly nodeType: string; readonly engine: string}
  | {
      readonly of: 'function'
      readonly architecture: 'x86_64' | 'arm64'
      readonly charge: 'duration' | 'requests' | 'storage'
    }
  | {readonly of: 'sagemaker'; readonly instanceType: string; readonly use: SageMakerUse}
  | {readonly of: 'dedicated-host'; readonly family: string}

export type OperatingSystem = 'Linux' | 'Windows' | 'RHEL' | 'SUSE'
export type DatabaseDeployment = 'Single-AZ' | 'Multi-AZ'

/** `iops`: all of them, or for io2 the first 32,000; the further tiers are cheaper (https://aws.amazon.com/ebs/pricing/). */
export type VolumeCharge = 'storage' | 'iops' | 'iops-tier-2' | 'iops-tier-3' | 'throughput'

/** What a machine of SageMaker is used for: each use has prices of its own. */
export type SageMakerUse =
  | 'Hosting'
  | 'Training'
  | 'Processing'
  | 'Notebook'
  | 'Studio-Notebook'
  | 'Cluster'
  | 'Batch Transform'

/** What one unit of it is. */
export type PriceUnit = 'hour' | 'GB-month' | 'IOPS-month' | 'MiBps-month' | 'GB-second' | 'request'

/** A list price of one unit, on the day on which it was valid. */
export interface UnitPrice {
  readonly amount: Decimal
  /** ISO 4217. */
  readonly currency: string
  /** ISO 8601. */
  readonly asOf: string
  readonly source: PriceSource
}

/** `embedded`: the dated list that comes with trueup; `aws`: the Price List API. */
export type PriceSource = 'embedded' | 'aws'

/** Where prices come from. Undefined where none is known: never zero, and never another region's. */
export interface PriceBook {
  price(key: PriceKey): UnitPrice | undefined
}

export function unitOf(key: PricedThing): PriceUnit {
  switch (key.of) {
    case 'volume':
    case 'database-storage':
      return volumeUnits[key.charge]
    case 'function':
      return key.charge === 'requests' ? 'request' : 'GB-second'
    default:
      return 'hour'
  }
}

const volumeUnits: Readonly<Record<VolumeCharge, PriceUnit>> = {
  storage: 'GB-month',
  iops: 'IOPS-month',
  'iops-tier-2': 'IOPS-month',
  'iops-tier-3': 'IOPS-month',
  throughput: 'MiBps-month',
}

/** The same text for the same thing in the same region, whatever the order of its members. */
export function priceKeyText(key: PriceKey): string {
  return Object.entries(key)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

/** What is sold, by the names that AWS gives it: `m5.large, Linux`. */
export function pricedName(thing: PricedThing): string {
  return namesOf(thing)
    .filter((name) => name !== '')
    .join(', ')
}

function namesOf(thing: PricedThing): readonly string[] {
  switch (thing.of) {
    case 'instance':
      return [thing.instanceType, thing.os, thing.tenancy === 'Dedicated' ? 'dedicated' : '']
    case 'spot':
      return [`${thing.instanceType} on Spot`, thing.os, thing.zone]
    case 'volume':
      return [`${thing.volumeType} ${thing.charge}`]
    case 'database':
      return [thing.instanceClass, [thing.engine, thing.edition].filter(Boolean).join(' '), thing.deployment]
    case 'database-storage':
      return [`database ${thing.volumeType} ${thing.charge}`, thing.engine, thing.deployment]
    case 'cache-node':
      return [thing.nodeType, thing.engine]
    case 'function':
      return [`Lambda ${thing.charge}`, thing.architecture]
    case 'sagemaker':
      return [thing.instanceType, `SageMaker ${thing.use}`]
    default:
      return [`dedicated host ${thing.family}`]
  }
}
