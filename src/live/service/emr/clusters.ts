import {paginateListClusters, type EMRClient} from '@aws-sdk/client-emr'

import {pagesOf} from '../answer.ts'
import {unless} from '../place.ts'

/** The identifiers of those that have not ended. */
export function clusters(client: EMRClient): AsyncGenerator<readonly string[]> {
  const ClusterStates = ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING', 'TERMINATING'] as const
  const pages = paginateListClusters({client}, {ClusterStates: [...ClusterStates]})
  return pagesOf(pages, ({Clusters}) => Clusters?.flatMap(({Id}) => Id ?? []))
}

/** What all of them have, cluster by cluster: EMR refuses to list the groups of one with fleets, and the other way round. */
export async function* ofClusters<T extends object>(
  client: EMRClient,
  ask: (ClusterId: string) => AsyncGenerator<readonly T[]>,
): AsyncGenerator<readonly (T & {readonly cluster: string})[]> {
  for await (const page of clusters(client)) {
    for (const cluster of page) {
      const found = await unless(['InvalidRequestException'], Array.fromAsync(ask(cluster)))
      yield (found ?? []).flat().map((item) => ({...item, cluster}))
    }
  }
}
