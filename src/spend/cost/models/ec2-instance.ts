import {Decimal} from '../../../model/money.ts'
import type {OperatingSystem} from '../../../model/price.ts'
import {instanceFacts} from '../../instance.ts'
import {type CostModel, nothing} from '../cost-model.ts'
import {textOf} from '../property.ts'

/** Hours of the machine; on a dedicated host it is the host that is paid (https://aws.amazon.com/ec2/dedicated-hosts/pricing/). */
export const ec2Instance: CostModel = {
  objectType: 'AWS::EC2::Instance',
  properties: ['InstanceType', 'Tenancy', 'Platform', 'InstanceLifecycle'],
  charges(properties) {
    const {runs, notes} = instanceFacts(properties)
    const tenancy = textOf(properties, 'Tenancy') ?? textOf(properties, 'Placement.Tenancy') ?? 'default'
    if (runs === 'no' || tenancy === 'host') return nothing
    const instanceType = textOf(properties, 'InstanceType')
    if (instanceType === undefined) return {unknown: 'value', what: 'instance type'}
    return {
      charges: [
        {
          thing: {
            of: 'instance',
            instanceType,
            os: systemOf(textOf(properties, 'Platform')),
            tenancy: tenancy === 'dedicated' ? 'Dedicated' : 'Shared',
          },
          quantity: new Decimal(1),
        },
      ],
      notes: [
        ...(notes.includes('spot') ? (['spot'] as const) : []),
        ...(runs === 'unknown' ? (['if-running'] as const) : []),
      ],
    }
  },
}

/** EC2 names the platform of Windows alone; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html. */
function systemOf(platform: string | undefined): OperatingSystem {
  return platform !== undefined && /windows/i.test(platform) ? 'Windows' : 'Linux'
}
