import {paginateListHostedZones, type HostedZone, type Route53Client} from '@aws-sdk/client-route-53'

import {pagesOf} from '../answer.ts'

export function zones(client: Route53Client): AsyncIterable<readonly HostedZone[]> {
  return pagesOf(paginateListHostedZones({client, pageSize: 100}, {}), ({HostedZones}) => HostedZones)
}

/** `/hostedzone/Z0A2345678` is the zone Z0A2345678. */
export function zoneId({Id}: HostedZone): string {
  return Id?.replace('/hostedzone/', '') ?? ''
}
