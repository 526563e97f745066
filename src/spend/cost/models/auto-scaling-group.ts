import {isRecord, type ValueRecord} from '../../../model/value.ts'
import type {CostModel, CostSetting} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'
import {machines, recordsOf, templateMachine, type GroupMachine} from './machines.ts'

/** As many machines as are desired, of the type that its template names. */
export const autoScalingGroup: CostModel = {
  objectType: 'AWS::AutoScaling::AutoScalingGroup',
  properties: [
    'DesiredCapacity',
    'DesiredCapacityType',
    'LaunchTemplate',
    'LaunchConfigurationName',
    'MixedInstancesPolicy',
  ],
  machines: 'objects',
  charges(properties, setting) {
    const desired = numberOf(properties, 'DesiredCapacity')
    if (desired === undefined) return {unknown: 'value', what: 'desired capacity'}
    if ((textOf(properties, 'DesiredCapacityType') ?? 'units') !== 'units')
      return {unknown: 'value', what: 'number of machines of a capacity in vCPUs or memory'}
    if (desired.isZero()) return {charges: []}
    const machine = machineOf(properties, setting)
    if ('unknown' in machine) return {unknown: 'value', what: machine.unknown}
    return {charges: [machines(machine.instanceType, desired)], ...(machine.spot && {notes: ['spot']})}
  },
}

function machineOf(properties: ValueRecord, setting: CostSetting): GroupMachine {
  const {MixedInstancesPolicy: mixed, LaunchTemplate: template} = properties
  if (isRecord(mixed)) return mixedMachine(mixed, setting)
  if (isRecord(template)) return templateMachine(template, setting)
  const name = textOf(properties, 'LaunchConfigurationName')
  const configuration =
    name === undefined ? undefined : setting.find('AWS::AutoScaling::LaunchConfiguration', name)?.properties
  const instanceType = configuration && textOf(configuration, 'InstanceType')
  if (!configuration || instanceType === undefined)
    return {unknown: `instance type of launch configuration ${name ?? ''}`.trim()}
  return {instanceType, spot: textOf(configuration, 'SpotPrice') !== undefined}
}

/** Only where all that it may start is of one type and one weight; what it did start, the scan's instances tell. */
function mixedMachine(policy: ValueRecord, setting: CostSetting): GroupMachine {
  const {LaunchTemplate: template, InstancesDistribution: distribution} = policy
  if (!isRecord(template)) return {unknown: 'instance types of a mixed instances policy'}
  const overrides = recordsOf(template['Overrides'])
  const types = new Set(overrides.map((each) => textOf(each, 'InstanceType')))
  const [only] = types
  if (types.size > 1 || overrides.some((each) => each['WeightedCapacity'] !== undefined))
    return {unknown: 'instance types of a mixed instances policy'}
  const specification = template['LaunchTemplateSpecification']
  const base = isRecord(specification) ? templateMachine(specification, setting) : {unknown: 'instance type'}
  const share = isRecord(distribution) ? numberOf(distribution, 'OnDemandPercentageAboveBaseCapacity') : undefined
  const spot = share !== undefined && share.lt(100)
  if (only !== undefined) return {instanceType: only, spot}
  return 'unknown' in base ? base : {...base, spot: base.spot || spot}
}
