import {isRecord} from '../../../model/value.ts'
import type {CostModel} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'
import {machines, templateMachine, textsOf} from './machines.ts'

/** As many machines as are desired, of the one type it names; of several it is not known which EKS took. */
export const eksNodegroup: CostModel = {
  objectType: 'AWS::EKS::Nodegroup',
  properties: ['ScalingConfig', 'InstanceTypes', 'CapacityType', 'LaunchTemplate'],
  machines: 'objects',
  charges(properties, setting) {
    const desired = numberOf(properties, 'ScalingConfig.DesiredSize')
    if (desired === undefined) return {unknown: 'value', what: 'desired size'}
    if (desired.isZero()) return {charges: []}
    const types = textsOf(properties['InstanceTypes'])
    if (types.length > 1) return {unknown: 'value', what: 'which of several instance types the node group runs'}
    const template = properties['LaunchTemplate']
    const byTemplate = types.length === 0 && isRecord(template) ? templateMachine(template, setting) : undefined
    // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html: t3.medium where nothing else is said.
    const machine = byTemplate ?? {instanceType: types[0] ?? 't3.medium'}
    if ('unknown' in machine) return {unknown: 'value', what: machine.unknown}
    const spot = textOf(properties, 'CapacityType') === 'SPOT'
    return {charges: [machines(machine.instanceType, desired)], ...(spot && {notes: ['spot']})}
  },
}
