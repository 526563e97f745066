import type {CostExplorerClient} from '@aws-sdk/client-cost-explorer'

import {call} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {CostAllocation} from '../../model/cost-allocation.ts'
import {allocationOf, type BackfillAnswer, type TagAnswer} from './answer.ts'

/**
 * Which keys are activated, when, and what was filled in later. Only the management account is answered, or an account without an
 * organisation (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html).
 *
 * @throws FailedCall
 */
export async function readCostAllocation(session: AwsSession, signal: AbortSignal): Promise<CostAllocation> {
  const {CostExplorerClient: Client} = await import('@aws-sdk/client-cost-explorer')
  const client = new Client(session.clientSettings(homeRegion(session.partition) ?? session.region))
  return allocationOf(await readTags(client, signal), await readBackfills(client, signal))
}

async function readTags(client: CostExplorerClient, signal: AbortSignal): Promise<readonly TagAnswer[]> {
  const {ListCostAllocationTagsCommand} = await import('@aws-sdk/client-cost-explorer')
  const found: TagAnswer[] = []
  let token: string | undefined
  do {
    const page = new ListCostAllocationTagsCommand({
      Type: 'UserDefined',
      MaxResults: 1000,
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const answer = await call('ce:ListCostAllocationTags', () => client.send(page, {abortSignal: signal}))
    found.push(...(answer.CostAllocationTags ?? []))
    token = answer.NextToken
  } while (token)
  return found
}

async function readBackfills(client: CostExplorerClient, signal: AbortSignal): Promise<readonly BackfillAnswer[]> {
  const {ListCostAllocationTagBackfillHistoryCommand} = await import('@aws-sdk/client-cost-explorer')
  const found: BackfillAnswer[] = []
  let token: string | undefined
  do {
    const page = new ListCostAllocationTagBackfillHistoryCommand(token === undefined ? {} : {NextToken: token})
    const answer = await call('ce:ListCostAllocationTagBackfillHistory', () => client.send(page, {abortSignal: signal}))
    found.push(...(answer.BackfillRequests ?? []))
    token = answer.NextToken
  } while (token)
  return found
}
