import {paginateListClusters, type ECSClient} from '@aws-sdk/client-ecs'

import {pagesOf} from '../answer.ts'

export function clusterArns(client: ECSClient): AsyncIterable<readonly string[]> {
  return pagesOf(paginateListClusters({client, pageSize: 100}, {}), ({clusterArns: arns}) => arns)
}

export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
