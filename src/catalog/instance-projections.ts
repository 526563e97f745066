import type {DeclaredResource} from '../model/declared.ts'
import {isEmpty, type ValueRecord} from '../model/value.ts'
import type {OwnTarget, ProjectedElement, ProjectedProperty, Projection} from './entry.ts'
import {blocksOf} from './plain-value.ts'
import {volumeProjections} from './instance-volumes.ts'

/** What the table of aws_instance cannot say: its interfaces, its volumes, and attributes that only older states have alone. */
export function instanceProjections({attributes}: DeclaredResource, own: OwnTarget): readonly Projection[] {
  const {id, location} = own
  if (id === undefined) return []
  const properties = [...cpuProperties(attributes), ...groupNames(attributes)]
  const elements = interfaces(attributes)
  return [
    {objectType: 'AWS::EC2::Instance', id, location, properties, elements, open: ['NetworkInterfaces']},
    ...volumeProjections(attributes, {id, location}),
  ]
}

/** Before `cpu_options` (provider 5) there were two attributes of their own. */
function cpuProperties(attributes: ValueRecord): readonly ProjectedProperty[] {
  if (!isEmpty(attributes['cpu_options'])) return []
  const paths = {cpu_core_count: 'CpuOptions.CoreCount', cpu_threads_per_core: 'CpuOptions.ThreadsPerCore'}
  return Object.entries(paths).flatMap(([attribute, path]) => {
    const value = attributes[attribute]
    return value === undefined ? [] : [{path, value, attribute, computed: true}]
  })
}

/** In a default VPC the state has the names beside the ids; alone they are only in EC2-Classic and in hand-made states. */
function groupNames(attributes: ValueRecord): readonly ProjectedProperty[] {
  const value = attributes['security_groups']
  if (value === undefined || !isEmpty(attributes['vpc_security_group_ids'])) return []
  return [{path: 'SecurityGroups', value, attribute: 'security_groups', as: 'set', computed: true}]
}

/**
 * Interfaces that the configuration names. Both blocks may name the same one (provider 6 records the primary one in any case); others
 * attach more, aws_network_interface_attachment or a container network.
 */
function interfaces(attributes: ValueRecord): readonly ProjectedElement[] {
  const named = blocksOf(attributes['network_interface']).map((block) => interfaceOf(block, 'network_interface'))
  if (named.length > 0) return named
  const primary = blocksOf(attributes['primary_network_interface'])
  return primary.map((block) => interfaceOf(block, 'primary_network_interface'))
}

function interfaceOf(block: ValueRecord, attribute: string): ProjectedElement {
  const element = {
    NetworkInterfaceId: block['network_interface_id'] ?? null,
    DeviceIndex: block['device_index'] ?? 0,
    NetworkCardIndex: block['network_card_index'] ?? 0,
    DeleteOnTermination: block['delete_on_termination'] ?? false,
  }
  return {path: 'NetworkInterfaces', element, attribute, key: ['NetworkInterfaceId']}
}
