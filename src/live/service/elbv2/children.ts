import {
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  type ElasticLoadBalancingV2Client,
  type Listener,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2'

import {pagesOf} from '../answer.ts'

/** The most of a page (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html). */
export const pageSize = 400

export function loadBalancers(client: ElasticLoadBalancingV2Client): AsyncIterable<readonly LoadBalancer[]> {
  return pagesOf(paginateDescribeLoadBalancers({client, pageSize}, {}), ({LoadBalancers}) => LoadBalancers)
}

/** Listeners are listed by load balancer. */
export async function* listeners(client: ElasticLoadBalancingV2Client): AsyncGenerator<readonly Listener[]> {
  for await (const page of loadBalancers(client)) {
    for (const {LoadBalancerArn} of page) {
      yield* pagesOf(paginateDescribeListeners({client, pageSize}, {LoadBalancerArn}), ({Listeners}) => Listeners)
    }
  }
}
