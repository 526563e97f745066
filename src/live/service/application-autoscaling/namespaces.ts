import {ServiceNamespace, type ApplicationAutoScalingClient} from '@aws-sdk/client-application-auto-scaling'

import {FailedCall} from '../../../aws/call.ts'

/**
 * Each service that scales is asked for by itself; all that this SDK knows are. What the region does not know yet scales nothing there.
 */
export async function* ofNamespaces<T>(
  client: ApplicationAutoScalingClient,
  pages: (client: ApplicationAutoScalingClient, namespace: ServiceNamespace) => AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (const namespace of Object.values(ServiceNamespace)) {
    try {
      yield* pages(client, namespace)
    } catch (error) {
      if (!isUnknownNamespace(error)) throw error
    }
  }
}

/** "Value 'kafka' at 'serviceNamespace' failed to satisfy constraint: Member must satisfy enum value set: [...]" */
function isUnknownNamespace(error: unknown): boolean {
  return (
    error instanceof FailedCall &&
    error.cause === 'ValidationException' &&
    error.message.includes("at 'serviceNamespace' failed to satisfy constraint: Member must satisfy enum value set")
  )
}
