import {
  DescribeInstanceAttributeCommand,
  DescribeInstanceCreditSpecificationsCommand,
  paginateDescribeInstances,
  type InstanceAttribute,
  type EC2Client,
  type Instance,
  type InstanceAttributeName,
} from '@aws-sdk/client-ec2'

import {ec2Instance} from '../../projectors/ec2-instance.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {plain, tagged} from '../answer.ts'
import type {Part} from '../service-type.ts'
import {described, pageSize} from './described.ts'

/** The Describe call says much, but user data, protection, shutdown behaviour and CPU credits are calls of their own. */
export const instance = described({
  projector: ec2Instance,
  alsoSees: ['EnablePrimaryIpv6'],
  pages: (client, input) => paginateDescribeInstances({client, pageSize}, input),
  items: ({Reservations}) => Reservations?.flatMap(({Instances}) => Instances ?? []),
  idFilter: 'instance-id',
  object: (answer) => {
    const object = tagged(ec2Instance, answer)
    return {...object, properties: {...object.properties, EnablePrimaryIpv6: hasPrimaryIpv6(answer)}}
  },
  parts: [
    attribute('userData', 'UserData', ({UserData}) => UserData?.Value),
    attribute('disableApiStop', 'DisableApiStop', ({DisableApiStop}) => DisableApiStop?.Value),
    attribute(
      'disableApiTermination',
      'DisableApiTermination',
      ({DisableApiTermination}) => DisableApiTermination?.Value,
    ),
    attribute(
      'instanceInitiatedShutdownBehavior',
      'InstanceInitiatedShutdownBehavior',
      ({InstanceInitiatedShutdownBehavior}) => InstanceInitiatedShutdownBehavior?.Value,
    ),
    {
      shows: ['CreditSpecification'],
      when: (answer) => isAlive(answer) && isBurstable(answer),
      size: 100,
      read: async (client, items) => {
        const InstanceIds = items.flatMap(({InstanceId}) => InstanceId ?? [])
        const answer = await client.send(new DescribeInstanceCreditSpecificationsCommand({InstanceIds}))
        const credits = new Map(answer.InstanceCreditSpecifications?.map((each) => [each.InstanceId, each.CpuCredits]))
        return items.map(({InstanceId}) => ({properties: {CreditSpecification: creditsOf(credits.get(InstanceId))}}))
      },
    },
  ],
})

/** One attribute a call (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html). */
function attribute(
  name: InstanceAttributeName,
  path: string,
  value: (answer: InstanceAttribute) => unknown,
): Part<EC2Client, Instance> {
  return {
    shows: [path],
    when: isAlive,
    read: async (client, [item]) => {
      const input = {Attribute: name, InstanceId: item?.InstanceId}
      const answer = await client.send(new DescribeInstanceAttributeCommand(input))
      return [{properties: plain({[path]: value(answer)}) as JsonRecord}]
    },
  }
}

function isAlive({State}: Instance): boolean {
  return !['shutting-down', 'terminated'].includes(State?.Name ?? '')
}

/** The families that earn credits (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html). */
function isBurstable({InstanceType}: Instance): boolean {
  return /^t\d/.test(InstanceType ?? '')
}

function creditsOf(credits: string | undefined): JsonRecord {
  return credits === undefined ? {} : {CPUCredits: credits}
}

function hasPrimaryIpv6({NetworkInterfaces}: Instance): boolean {
  return (NetworkInterfaces ?? []).some(
    ({Attachment, Ipv6Addresses}) =>
      Attachment?.DeviceIndex === 0 && Ipv6Addresses?.some(({IsPrimaryIpv6}) => IsPrimaryIpv6) === true,
  )
}
