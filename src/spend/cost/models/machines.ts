import {Decimal} from '../../../model/money.ts'
import type {PricedThing} from '../../../model/price.ts'
import {isArray, isRecord, type Value, type ValueRecord} from '../../../model/value.ts'
import type {Charge, CostSetting} from '../cost-model.ts'
import {textOf} from '../property.ts'

/** Which machines a group starts; or what stands in the way of knowing. */
export type GroupMachine = {readonly instanceType: string; readonly spot: boolean} | {readonly unknown: string}

/** What a launch template says, where the version that is asked for is the one that was read: the latest. */
export function templateMachine(specification: ValueRecord, setting: CostSetting): GroupMachine {
  const id = textOf(specification, 'LaunchTemplateId') ?? textOf(specification, 'Id')
  const name = textOf(specification, 'LaunchTemplateName') ?? textOf(specification, 'Name')
  const label = `launch template ${id ?? name ?? ''}`.trim()
  const template =
    id === undefined
      ? setting.all('AWS::EC2::LaunchTemplate').find((each) => textOf(each.properties, 'LaunchTemplateName') === name)
      : setting.find('AWS::EC2::LaunchTemplate', id)
  if (!template) return {unknown: `instance type of ${label}`}
  const {properties} = template
  if (!isLatest(specification['Version'], properties)) {
    return {unknown: `instance type of version ${versionText(specification['Version'])} of ${label}`}
  }
  const instanceType = textOf(properties, 'LaunchTemplateData.InstanceType')
  const spot = textOf(properties, 'LaunchTemplateData.InstanceMarketOptions.MarketType') === 'spot'
  return instanceType === undefined ? {unknown: `instance type of ${label}`} : {instanceType, spot}
}

/** The data of a template is that of its latest version; of another one nothing is known. */
export function isLatest(version: Value | undefined, template: ValueRecord): boolean {
  const {LatestVersionNumber: latest, DefaultVersionNumber: usual} = template
  const asked = version === undefined || version === null ? '$Default' : scalarText(version)
  if (asked === '$Latest') return true
  if (latest === undefined) return false
  return scalarText(asked === '$Default' ? (usual ?? null) : asked) === scalarText(latest)
}

function versionText(version: Value | undefined): string {
  return version === undefined || version === null ? '$Default' : scalarText(version)
}

function scalarText(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** So many Linux machines: groups do not tell the system of their images. */
export function machines(instanceType: string, count: Decimal): Charge {
  return {thing: linux(instanceType), quantity: count}
}

function linux(instanceType: string): PricedThing {
  return {of: 'instance', instanceType, os: 'Linux', tenancy: 'Shared'}
}

/** The records of a list. */
export function recordsOf(value: Value | undefined): readonly ValueRecord[] {
  return isArray(value) ? value.flatMap((item) => (isRecord(item) ? [item] : [])) : []
}

export function textsOf(value: Value | undefined): readonly string[] {
  return isArray(value) ? value.flatMap((item) => (typeof item === 'string' ? [item] : [])) : []
}
