import {paginateListClusters, type EKSClient} from '@aws-sdk/client-eks'

import {pagesOf} from '../answer.ts'

/** What EKS says of a cluster, or a part of one, that is not there. */
export const gone = ['ResourceNotFoundException']

export function clusterNames(client: EKSClient): AsyncIterable<readonly string[]> {
  return pagesOf(paginateListClusters({client, pageSize: 100}, {}), ({clusters}) => clusters)
}

/** What a cluster has, cluster by cluster, by primary identifier. */
export async function* ofClusters(
  client: EKSClient,
  list: (clusterName: string) => AsyncIterable<readonly string[]>,
  idOf: (clusterName: string, name: string) => string,
): AsyncGenerator<readonly string[]> {
  for await (const clusters of clusterNames(client)) {
    for (const cluster of clusters) {
      for await (const names of list(cluster)) yield names.map((name) => idOf(cluster, name))
    }
  }
}

/** The two parts of an identifier. */
export function partsOf(id: string, separator: string): readonly [string, string] {
  const at = id.lastIndexOf(separator)
  return [id.slice(0, at), id.slice(at + 1)]
}
