import {
  GetHostedZoneCommand,
  ListTagsForResourcesCommand,
  Route53Client,
  type HostedZone,
} from '@aws-sdk/client-route-53'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, plain, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {zoneId, zones} from './zones.ts'

export const hostedZone = serviceType<Route53Client, HostedZone>({
  objectType: 'AWS::Route53::HostedZone',
  client: Route53Client,
  sees: ['HostedZoneConfig', 'Id', 'Name', 'VPCs'],
  list: zones,
  object: (zone, {location: {partition}}) => ({
    id: zoneId(zone),
    arn: `arn:${partition}:route53:::hostedzone/${zoneId(zone)}`,
    properties: {
      HostedZoneConfig: named(zone.Config ?? {}, ['Comment']),
      Id: zoneId(zone),
      ...named(zone, ['Name']),
      VPCs: [],
    },
  }),
  parts: [
    {
      shows: ['VPCs'],
      when: ({Config}) => Config?.PrivateZone === true,
      read: async (client, [zone]) => {
        const {VPCs = []} = await client.send(new GetHostedZoneCommand({Id: zone && zoneId(zone)}))
        return [{properties: plain({VPCs}) as JsonRecord}]
      },
    },
    {
      shows: [],
      // https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResources.html
      size: 10,
      read: async (client, items) => {
        const ResourceIds = items.map(zoneId)
        const command = new ListTagsForResourcesCommand({ResourceType: 'hostedzone', ResourceIds})
        const {ResourceTagSets = []} = await client.send(command)
        const tags = new Map(ResourceTagSets.map(({ResourceId, Tags}) => [ResourceId, Tags]))
        return ResourceIds.map((id) => ({tags: tagsOf(tags.get(id))}))
      },
    },
  ],
})
