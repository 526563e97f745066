import type {DeclaredResource} from '../model/declared.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import {majorOf} from './engine-version.ts'
import type {OwnTarget, ProjectedProperty, Projection} from './entry.ts'

/** What RDS changes by itself where other attributes of the instance allow it. */
export function dbInstanceParts({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const parts = [allocatedStorage, availabilityZone, dbName, engineVersion]
  const properties = parts.map((part) => part(attributes)).filter((property) => property !== undefined)
  return [{objectType: 'AWS::RDS::DBInstance', id, location, properties}]
}

/** Instances of clusters leave storage and zones to the cluster. */
export function clusterInstanceParts({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const version = engineVersion(attributes)
  if (id === undefined || version === undefined) return []
  return [{objectType: 'AWS::RDS::DBInstance', id, location, properties: [version]}]
}

type Part = (attributes: ValueRecord) => ProjectedProperty | undefined

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html */
const allocatedStorage: Part = ({allocated_storage: value, max_allocated_storage: maximum}) => {
  if (value === undefined) return undefined
  const property = {path: 'AllocatedStorage', value, attribute: 'allocated_storage', computed: true} as const
  return Number(maximum ?? 0) > 0 ? {...property, as: 'atLeast'} : property
}

/** The two zones of a Multi-AZ instance change their roles with each failover. */
const availabilityZone: Part = ({availability_zone: value, multi_az: multiAz}) =>
  value === undefined || isOn(multiAz)
    ? undefined
    : {path: 'AvailabilityZone', value, attribute: 'availability_zone', computed: true}

const dbName: Part = ({db_name: name, name: formerName}) => {
  if (name !== undefined) return {path: 'DBName', value: name, attribute: 'db_name', computed: true}
  return formerName === undefined ? undefined : {path: 'DBName', value: formerName, attribute: 'name', computed: true}
}

/**
 * Automatic upgrades move the minor version (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html#USER_UpgradeDBInstance.Upgrading.AutoMinorVersionUpgrades),
 * also where the state knows it precisely, because the configuration left it to RDS.
 */
const engineVersion: Part = ({engine_version: version, engine, auto_minor_version_upgrade: auto}) => {
  if (version === undefined) return undefined
  const value = isOn(auto) && typeof version === 'string' ? majorOf(version, engine) : version
  return {path: 'EngineVersion', value, attribute: 'engine_version', as: 'versionPrefix', computed: true}
}

function isOn(value: Value | undefined): boolean {
  return value === true || value === 'true'
}
