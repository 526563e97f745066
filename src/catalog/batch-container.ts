import type {DeclaredResource} from '../model/declared.ts'
import {isRecord, Sensitive, type Value, type ValueRecord} from '../model/value.ts'
import type {OwnTarget, ProjectedProperty, Projection} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'
import {plainOf} from './plain-value.ts'

const attribute = 'container_properties'

/** https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html */
const members = [
  'command',
  'enableExecuteCommand',
  'environment',
  'ephemeralStorage',
  'executionRoleArn',
  'fargatePlatformConfiguration',
  'image',
  'instanceType',
  'jobRoleArn',
  'linuxParameters',
  'logConfiguration',
  'memory',
  'mountPoints',
  'networkConfiguration',
  'privileged',
  'readonlyRootFilesystem',
  'repositoryCredentials',
  'resourceRequirements',
  'runtimePlatform',
  'secrets',
  'ulimits',
  'user',
  'vcpus',
  'volumes',
] as const

/** Batch fills these in. */
const chosen: ReadonlySet<string> = new Set(['fargatePlatformConfiguration', 'runtimePlatform'])

/** The container of a job, a property for each member: what the JSON text leaves out is declared to be nothing. */
export function containerPropertiesOf(
  {attributes}: DeclaredResource,
  {id, location}: OwnTarget,
): readonly Projection[] {
  const plain = plainOf(attributes[attribute])
  if (id === undefined || plain === undefined) return []
  const container = parseDocument(plain.value)
  if (!isRecord(container)) return []
  const properties = members.map((name) => property(name, byName(container, name), plain.secret))
  return [{objectType: 'AWS::Batch::JobDefinition', id, location, properties}]
}

function property(name: string, value: Value, secret: boolean): ProjectedProperty {
  return {
    path: `ContainerProperties.${upperFirst(name)}`,
    value: secret && value !== null ? Sensitive.of(value) : value,
    attribute,
    // The words of a command keep their order.
    as: name === 'command' ? 'exact' : 'containerDefinitions',
    ...(name === 'vcpus' || name === 'memory' ? {default: 0} : {}),
    ...(chosen.has(name) ? {computed: true} : {}),
  }
}

/** The provider takes the names of the API in either case. */
function byName(container: ValueRecord, name: string): Value {
  return container[name] ?? container[upperFirst(name)] ?? null
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
