import {ListResourceRecordSetsCommand, Route53Client} from '@aws-sdk/client-route-53'
import type {
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput,
  ResourceRecordSet,
} from '@aws-sdk/client-route-53'

import {canonicalDomain} from '../../../catalog/normalizers/domain-name.ts'
import {named} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {zoneId, zones} from './zones.ts'

const members = [
  'AliasTarget',
  'CidrRoutingConfig',
  'Failover',
  'GeoLocation',
  'GeoProximityLocation',
  'HealthCheckId',
  'MultiValueAnswer',
  'Name',
  'Region',
  'SetIdentifier',
  'Type',
  'Weight',
] as const

interface RecordOfZone extends ResourceRecordSet {
  readonly zone: string
}

/** Records are listed by zone and have no tags. */
export const recordSet = serviceType<Route53Client, RecordOfZone>({
  objectType: 'AWS::Route53::RecordSet',
  client: Route53Client,
  sees: [...members, 'HostedZoneId', 'ResourceRecords', 'TTL'],
  async *list(client) {
    for await (const page of zones(client)) for (const zone of page) yield* recordsOf(client, zoneId(zone))
  },
  object: (record) => {
    const {Name = '', ResourceRecords, SetIdentifier: set, TTL, Type = '', zone} = record
    return {
      id: [canonicalDomain(Name), zone, Type, ...(set === undefined ? [] : [set])].join('|'),
      tags: {},
      properties: {
        ...named(record, members),
        HostedZoneId: zone,
        ...(ResourceRecords ? {ResourceRecords: ResourceRecords.flatMap(({Value}) => Value ?? [])} : {}),
        // Text in CloudFormation.
        ...(TTL === undefined ? {} : {TTL: String(TTL)}),
      },
    }
  },
})

type Start = Pick<ListResourceRecordSetsCommandInput, 'StartRecordIdentifier' | 'StartRecordName' | 'StartRecordType'>

/** The next page starts at a name, a type and a set identifier. */
async function* recordsOf(client: Route53Client, zone: string): AsyncGenerator<readonly RecordOfZone[]> {
  let start: Start | undefined = {}
  while (start !== undefined) {
    const command = new ListResourceRecordSetsCommand({HostedZoneId: zone, MaxItems: 300, ...start})
    const page: ListResourceRecordSetsCommandOutput = await client.send(command)
    yield page.ResourceRecordSets?.map((record) => ({...record, zone})) ?? []
    start = page.IsTruncated === true ? startOf(page) : undefined
  }
}

function startOf(page: ListResourceRecordSetsCommandOutput): Start {
  return {
    StartRecordName: page.NextRecordName,
    StartRecordType: page.NextRecordType,
    StartRecordIdentifier: page.NextRecordIdentifier,
  }
}
