import {ServiceNamespace, type ApplicationAutoScalingClient} from '@aws-sdk/client-application-auto-scaling'

/** Each service that scales is asked for by itself; all that this SDK knows are. */
export async function* ofNamespaces<T>(
  client: ApplicationAutoScalingClient,
  pages: (client: ApplicationAutoScalingClient, namespace: ServiceNamespace) => AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (const namespace of Object.values(ServiceNamespace)) yield* pages(client, namespace)
}
