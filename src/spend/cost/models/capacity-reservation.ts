import {Decimal} from '../../../model/money.ts'
import type {OperatingSystem} from '../../../model/price.ts'
import type {ValueRecord} from '../../../model/value.ts'
import {nothing, type CostModel, type CostSetting} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'

/**
 * Reserved and not used: what is used, the instances pay for
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html). Capacity blocks are paid ahead.
 */
export const capacityReservation: CostModel = {
  objectType: 'AWS::EC2::CapacityReservation',
  properties: ['InstanceCount', 'InstancePlatform', 'InstanceType', 'Tenancy'],
  charges(properties, setting) {
    if (textOf(properties, 'ReservationType') === 'capacity-block') return nothing
    const instanceType = textOf(properties, 'InstanceType')
    const count = numberOf(properties, 'InstanceCount')
    if (instanceType === undefined || count === undefined) return {unknown: 'value', what: 'reserved instances'}
    const used = usedOf(setting)
    if (used === undefined) return {unknown: 'value', what: 'how much of the reservation is used'}
    return {
      charges: [
        {
          thing: {
            of: 'instance',
            instanceType,
            os: systemOf(textOf(properties, 'InstancePlatform')),
            tenancy: textOf(properties, 'Tenancy') === 'dedicated' ? 'Dedicated' : 'Shared',
          },
          quantity: Decimal.max(count.minus(used), 0),
        },
      ],
    }
  },
}

/** Of the reservation as it is now; one that is gone is taken for unused. */
function usedOf(setting: CostSetting): Decimal | undefined {
  const live: ValueRecord | undefined = setting.find('AWS::EC2::CapacityReservation', setting.id)?.properties
  if (!live) return new Decimal(0)
  const available = numberOf(live, 'AvailableInstanceCount')
  const total = numberOf(live, 'InstanceCount') ?? numberOf(live, 'TotalInstanceCount')
  return available && total ? total.minus(available) : undefined
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCapacityReservation.html */
function systemOf(platform: string | undefined): OperatingSystem {
  if (platform === undefined) return 'Linux'
  if (platform.startsWith('Windows')) return 'Windows'
  if (/^(?:Red Hat|RHEL)/.test(platform)) return 'RHEL'
  return platform.startsWith('SUSE') ? 'SUSE' : 'Linux'
}
