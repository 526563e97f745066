import {expect, test} from 'vitest'

import {serviceReader} from '../../../src/live/service/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {fakeSession, frankfurt, wanted} from '../fake-session.ts'
import {startLoopback, type Answer, type WireRequest} from '../loopback.ts'
import {objectsIn} from './replay.ts'

async function readOver(answer: (request: WireRequest) => Answer, type: string): Promise<readonly LiveEvent[]> {
  await using aws = await startLoopback(answer)
  const session = {
    ...fakeSession,
    clientSettings: (region: string) => ({...fakeSession.clientSettings(region), endpoint: aws.url}),
  }
  const request = {location: frankfurt, types: [wanted(type, ['vpc-0a'])], signal: new AbortController().signal}
  // Awaited here: the server ends with this function.
  return await eventsOf(serviceReader(session).read(request))
}

function xml(operation: string, body: string): Answer {
  return [200, `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${body}</${operation}Response>`]
}

const vpc = (id: string) =>
  `<item><vpcId>${id}</vpcId><cidrBlock>10.0.0.0/16</cidrBlock><instanceTenancy>default</instanceTenancy><tagSet><item><key>Team</key><value>ml</value></item></tagSet></item>`

test('pages are followed over the wire, and follow-up calls complete the objects', async () => {
  const events = await readOver(({operation, body}) => {
    const asked = new URLSearchParams(body)
    if (operation === 'DescribeVpcAttribute')
      return xml(operation, '<enableDnsSupport><value>true</value></enableDnsSupport>')
    return asked.has('NextToken')
      ? xml(operation, `<vpcSet>${vpc('vpc-0b')}</vpcSet>`)
      : xml(operation, `<nextToken>more</nextToken><vpcSet>${vpc('vpc-0a')}</vpcSet>`)
  }, 'AWS::EC2::VPC')
  expect(objectsIn(events).map(({id, tags, properties}) => [id, tags, properties['EnableDnsSupport']])).toEqual([
    ['vpc-0a', {Team: 'ml'}, true],
    ['vpc-0b', {Team: 'ml'}, true],
  ])
  expect(events.at(-1)?.kind).toBe('scope')
})

test('a list that breaks off half-way leaves a gap that names the action, and no scope', async () => {
  const denied =
    '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>'
  const events = await readOver(({operation, body}) => {
    if (operation === 'DescribeVpcAttribute') return xml(operation, '')
    const isFirst = !new URLSearchParams(body).has('NextToken')
    return isFirst ? xml(operation, `<nextToken>more</nextToken><vpcSet>${vpc('vpc-0a')}</vpcSet>`) : [403, denied]
  }, 'AWS::EC2::VPC')
  expect(events.map(({kind}) => kind)).toEqual(['object', 'gap'])
  expect(events.at(-1)).toMatchObject({
    gap: {reason: 'denied', action: 'ec2:DescribeVpcs', hides: {count: 1, examples: ['vpc-0a']}},
  })
})
