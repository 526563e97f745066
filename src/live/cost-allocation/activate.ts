import {call} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_UpdateCostAllocationTagsStatus.html */
const keysACall = 20

export interface ActivatedKeys {
  readonly activated: readonly string[]
  readonly failed: readonly {readonly key: string; readonly because: string}[]
}

/**
 * Activates keys for cost allocation; what AWS refuses is told key by key, and the rest goes on.
 * @throws FailedCall where a call as a whole fails: keys of earlier calls are activated then
 */
export async function activateKeys(
  session: AwsSession,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ActivatedKeys> {
  const {CostExplorerClient, UpdateCostAllocationTagsStatusCommand} = await import('@aws-sdk/client-cost-explorer')
  const client = new CostExplorerClient(session.clientSettings(homeRegion(session.partition) ?? session.region))
  const failed: {key: string; because: string}[] = []
  for (let start = 0; start < keys.length; start += keysACall) {
    const entries = keys.slice(start, start + keysACall).map((TagKey) => ({TagKey, Status: 'Active' as const}))
    const command = new UpdateCostAllocationTagsStatusCommand({CostAllocationTagsStatus: entries})
    const {Errors: errors = []} = await call('ce:UpdateCostAllocationTagsStatus', () =>
      client.send(command, {abortSignal: signal}),
    )
    for (const {TagKey: key = '', Code: code = '', Message: message = ''} of errors) {
      failed.push({key, because: [code, message].filter(Boolean).join(': ')})
    }
  }
  const refused = new Set(failed.map(({key}) => key))
  return {activated: keys.filter((key) => !refused.has(key)), failed}
}
