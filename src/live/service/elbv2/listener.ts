import {
  DescribeListenerAttributesCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeListenerCertificates,
  type Listener,
} from '@aws-sdk/client-elastic-load-balancing-v2'

import {elbv2Listener} from '../../projectors/elbv2-listener.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {pagesOf, plain, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {listeners} from './children.ts'

export const listener = serviceType<ElasticLoadBalancingV2Client, Listener>({
  objectType: elbv2Listener.objectType,
  client: ElasticLoadBalancingV2Client,
  sees: seenBy(elbv2Listener),
  list: listeners,
  object: (each) => ({
    ...projected(elbv2Listener, each),
    ...(each.ListenerArn === undefined ? {} : {arn: each.ListenerArn}),
  }),
  parts: [
    {
      shows: ['ListenerAttributes'],
      read: async (client, [{ListenerArn} = {}]) => {
        const {Attributes = []} = await client.send(new DescribeListenerAttributesCommand({ListenerArn}))
        return [{properties: plain({ListenerAttributes: Attributes}) as JsonRecord}]
      },
    },
    {
      shows: ['AddedCertificates'],
      when: ({Protocol}) => Protocol === 'HTTPS' || Protocol === 'TLS',
      read: async (client, [{ListenerArn} = {}]) => {
        const pages = pagesOf(
          paginateDescribeListenerCertificates({client}, {ListenerArn}),
          ({Certificates}) => Certificates,
        )
        const added = (await Array.fromAsync(pages)).flat().filter(({IsDefault}) => IsDefault !== true)
        return [{properties: {AddedCertificates: added.flatMap(({CertificateArn}) => CertificateArn ?? [])}}]
      },
    },
  ],
})
