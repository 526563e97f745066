import {Decimal} from '../../../model/money.ts'
import {isRecord, type Value, type ValueRecord} from '../../../model/value.ts'
import type {CostModel, CostSetting} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'
import {isLatest, machines} from './machines.ts'

/** Nothing by itself; its type counts for every machine that groups keep by its latest version, from when they are replaced. */
export const launchTemplate: CostModel = {
  objectType: 'AWS::EC2::LaunchTemplate',
  properties: ['LaunchTemplateData'],
  machines: 'objects',
  changesOnly: true,
  charges(properties, setting) {
    const count = machinesBy(properties, setting)
    if (count.isZero()) return {charges: []}
    const instanceType = textOf(properties, 'LaunchTemplateData.InstanceType')
    if (instanceType === undefined) return {unknown: 'value', what: 'instance type of the launch template'}
    const spot = textOf(properties, 'LaunchTemplateData.InstanceMarketOptions.MarketType') === 'spot'
    return {charges: [machines(instanceType, count)], notes: ['once-replaced', ...(spot ? (['spot'] as const) : [])]}
  },
}

function machinesBy(template: ValueRecord, setting: CostSetting): Decimal {
  const uses = (specification: Value | undefined): boolean => {
    if (!isRecord(specification)) return false
    const id = textOf(specification, 'LaunchTemplateId')
    const name = textOf(specification, 'LaunchTemplateName')
    const isThis = id === undefined ? name === textOf(template, 'LaunchTemplateName') : id === setting.id
    return isThis && isLatest(specification['Version'], template)
  }
  const groups = setting
    .all('AWS::AutoScaling::AutoScalingGroup')
    .filter(({properties}) => uses(properties['LaunchTemplate']))
    .map(({properties}) => numberOf(properties, 'DesiredCapacity'))
  return groups.reduce<Decimal>((sum, count) => sum.plus(count ?? 0), new Decimal(0))
}
