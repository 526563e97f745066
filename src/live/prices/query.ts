import type {PriceKey, PricedThing, SageMakerUse, VolumeCharge} from '../../model/price.ts'

/** Spot prices are in no list. */
export type ListedKey = Exclude<PriceKey, {readonly of: 'spot'}>

/** What to ask GetProducts for, and which of its products is the one that is meant. */
export interface PriceQuery {
  readonly service: string
  readonly filters: Readonly<Record<string, string>>
  /** What filters cannot say: the end of the usage type, which begins with a region's prefix (`EUC1-`). */
  readonly usageType?: RegExp
}

/**
 * The names of the price list (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-list-query-api.html). Which attributes
 * tell one product from the others is documented nowhere: they are those that the lists of today have. A product that does not answer is
 * a price that is not known; two that disagree are none either.
 */
export function queryOf(key: ListedKey): PriceQuery {
  const {service, filters, ...rest} = partsOf(key)
  return {service, filters: {regionCode: key.region, ...filters}, ...rest}
}

function partsOf(thing: Exclude<PricedThing, {readonly of: 'spot'}>): PriceQuery {
  switch (thing.of) {
    case 'instance':
      return {
        service: 'AmazonEC2',
        filters: {
          instanceType: thing.instanceType,
          operatingSystem: thing.os,
          tenancy: thing.tenancy,
          preInstalledSw: 'NA',
          licenseModel: 'No License required',
          // Beside it stand unused and allocated reservations, and capacity blocks at 0, which is no price.
          capacitystatus: 'Used',
        },
      }
    case 'volume':
      return volumeQuery(thing.volumeType, thing.charge)
    case 'database':
      return {
        service: 'AmazonRDS',
        filters: {
          productFamily: 'Database Instance',
          instanceType: thing.instanceClass,
          databaseEngine: thing.engine,
          deploymentOption: thing.deployment,
          licenseModel: thing.license,
          ...(thing.edition !== undefined && {databaseEdition: thing.edition}),
        },
        // Aurora has InstanceUsageIOOptimized beside it, Multi-AZ clusters Multi-AZClusterUsage.
        usageType: /(?:InstanceUsage|Multi-AZUsage):/,
      }
    case 'database-storage':
      return databaseStorageQuery(thing)
    case 'cache-node':
      return {
        service: 'AmazonElastiCache',
        filters: {productFamily: 'Cache Instance', instanceType: thing.nodeType, cacheEngine: thing.engine},
        usageType: /NodeUsage:/,
      }
    case 'function':
      return {
        service: 'AWSLambda',
        filters: {group: `${functionGroups[thing.charge]}${thing.architecture === 'arm64' ? '-ARM' : ''}`},
      }
    case 'sagemaker':
      return {
        service: 'AmazonSageMaker',
        filters: {instanceName: thing.instanceType},
        usageType: sageMakerUsage[thing.use],
      }
    case 'dedicated-host':
    default:
      return {
        service: 'AmazonEC2',
        filters: {productFamily: 'Dedicated Host', instanceType: thing.family, capacitystatus: 'AllocatedHost'},
        usageType: /(?:^|-)HostUsage:/,
      }
  }
}

const functionGroups = {
  duration: 'AWS-Lambda-Duration',
  requests: 'AWS-Lambda-Requests',
  storage: 'AWS-Lambda-Storage-Duration',
} as const

/** The heads of usage types, as in bills. */
const sageMakerUsage: Readonly<Record<SageMakerUse, RegExp>> = {
  'Batch Transform': /(?:^|-)Tsform:/,
  Cluster: /(?:^|-)Cluster:/,
  Hosting: /(?:^|-)Host:/,
  Notebook: /(?:^|-)Notebk:/,
  Processing: /(?:^|-)Processing:/,
  'Studio-Notebook': /(?:^|-)Studio(?:_Notebk)?:(?:KernelGateway|JupyterLab|CodeEditor)-/,
  Training: /(?:^|-)Train:/,
}

function volumeQuery(volumeType: string, charge: VolumeCharge): PriceQuery {
  const service = 'AmazonEC2'
  const filters = {productFamily: volumeFamilies[charge], volumeApiName: volumeType}
  if (charge === 'storage') return {service, filters, usageType: /EBS:VolumeUsage(?:\.\w+)?$/}
  if (charge === 'throughput') return {service, filters, usageType: /VolumeP-Throughput\.\w+$/}
  const name = volumeType === 'io1' ? 'piops' : volumeType
  const tier = {iops: '', 'iops-tier-2': '\\.tier2', 'iops-tier-3': '\\.tier3'}[charge]
  return {service, filters, usageType: new RegExp(`VolumeP-IOPS\\.${name}${tier}$`)}
}

const volumeFamilies: Readonly<Record<VolumeCharge, string>> = {
  storage: 'Storage',
  iops: 'System Operation',
  'iops-tier-2': 'System Operation',
  'iops-tier-3': 'System Operation',
  throughput: 'Provisioned Throughput',
}

function databaseStorageQuery(thing: Extract<PricedThing, {readonly of: 'database-storage'}>): PriceQuery {
  const {volumeType, engine, deployment, charge} = thing
  const service = 'AmazonRDS'
  const filters = {deploymentOption: deployment, databaseEngine: engine}
  const zones = deployment === 'Multi-AZ' ? 'Multi-AZ-' : ''
  const end = (text: string) => new RegExp(`RDS:${zones}${text}$`)
  if (charge === 'storage') {
    const volume = databaseVolumes[volumeType] ?? {name: volumeType, usage: volumeType}
    const storage = {...filters, productFamily: 'Database Storage', volumeType: volume.name}
    return {service, filters: storage, usageType: end(volume.usage)}
  }
  const kind = {gp3: 'GP3-', io2: 'IO2-'}[volumeType] ?? ''
  if (charge === 'throughput')
    return {
      service,
      filters: {...filters, productFamily: 'Provisioned Throughput'},
      usageType: end(`${kind}Throughput`),
    }
  return {service, filters: {...filters, productFamily: 'Provisioned IOPS'}, usageType: end(`${kind}PIOPS`)}
}

const databaseVolumes: Readonly<Record<string, {readonly name: string; readonly usage: string}>> = {
  gp2: {name: 'General Purpose', usage: 'GP2-Storage'},
  gp3: {name: 'General Purpose-GP3', usage: 'GP3-Storage'},
  io1: {name: 'Provisioned IOPS', usage: 'PIOPS-Storage'},
  io2: {name: 'Provisioned IOPS-IO2', usage: 'PIOPS-Storage-IO2'},
  standard: {name: 'Magnetic', usage: 'StorageUsage'},
}
