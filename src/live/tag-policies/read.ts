import type {OrganizationsClient} from '@aws-sdk/client-organizations'

import {call, FailedCall} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'

/** A tag policy as AWS has it. */
export interface TagPolicyText {
  readonly name: string
  readonly text: string
}

/** The effective policy of an account, or, where that may not be asked, what it is made of: level by level from the root. */
export type FoundTagPolicies =
  | {readonly effective: TagPolicyText}
  | {readonly levels: readonly (readonly TagPolicyText[])[]}
  /** Tag policies are not enabled, or none is attached anywhere above: AWS does not tell which. */
  | 'none'

/**
 * The tag policies of an account. A member may ask for its own effective policy alone, the management account for that of any; a delegated
 * administrator may at least read the policies and who they are attached to
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeEffectivePolicy.html).
 *
 * @throws FailedCall where neither is allowed
 */
export async function readTagPolicies(
  session: AwsSession,
  account: string,
  signal: AbortSignal,
): Promise<FoundTagPolicies> {
  const {OrganizationsClient: Client} = await import('@aws-sdk/client-organizations')
  const client = new Client(session.clientSettings(homeRegion(session.partition) ?? session.region))
  try {
    return {effective: await effectiveOf(client, account, signal)}
  } catch (error) {
    if (!(error instanceof FailedCall)) throw error
    if (error.cause === 'EffectivePolicyNotFoundException') return 'none'
    if (error.failure.reason !== 'denied') throw error
    const levels = await levelsOf(client, account, signal)
    return levels.flat().length === 0 ? 'none' : {levels}
  }
}

async function effectiveOf(client: OrganizationsClient, account: string, signal: AbortSignal): Promise<TagPolicyText> {
  const {DescribeEffectivePolicyCommand} = await import('@aws-sdk/client-organizations')
  const command = new DescribeEffectivePolicyCommand({PolicyType: 'TAG_POLICY', TargetId: account})
  const {EffectivePolicy: policy} = await call('organizations:DescribeEffectivePolicy', () =>
    client.send(command, {abortSignal: signal}),
  )
  return {name: `effective policy of ${account}`, text: policy?.PolicyContent ?? '{"tags": {}}'}
}

/** Of one target, in the order in which AWS lists them, which is taken for that of their attachment: a guess. */
async function levelsOf(
  client: OrganizationsClient,
  account: string,
  signal: AbortSignal,
): Promise<readonly (readonly TagPolicyText[])[]> {
  const levels: (readonly TagPolicyText[])[] = []
  for (
    let target: string | undefined = account;
    target !== undefined;
    target = await parentOf(client, target, signal)
  ) {
    levels.unshift(await policiesOf(client, target, signal))
  }
  return levels
}

async function parentOf(client: OrganizationsClient, child: string, signal: AbortSignal): Promise<string | undefined> {
  if (child.startsWith('r-')) return undefined
  const {ListParentsCommand} = await import('@aws-sdk/client-organizations')
  const command = new ListParentsCommand({ChildId: child})
  const {Parents: [parent] = []} = await call('organizations:ListParents', () =>
    client.send(command, {abortSignal: signal}),
  )
  return parent?.Id
}

async function policiesOf(
  client: OrganizationsClient,
  target: string,
  signal: AbortSignal,
): Promise<readonly TagPolicyText[]> {
  const {DescribePolicyCommand, ListPoliciesForTargetCommand} = await import('@aws-sdk/client-organizations')
  const found: TagPolicyText[] = []
  let token: string | undefined
  do {
    const page = new ListPoliciesForTargetCommand({
      TargetId: target,
      Filter: 'TAG_POLICY',
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const answer = await call('organizations:ListPoliciesForTarget', () => client.send(page, {abortSignal: signal}))
    for (const {Id: id, Name: name = id} of answer.Policies ?? []) {
      const command = new DescribePolicyCommand({PolicyId: id})
      const {Policy: policy} = await call('organizations:DescribePolicy', () =>
        client.send(command, {abortSignal: signal}),
      )
      found.push({name: `${name} of ${target}`, text: policy?.Content ?? '{"tags": {}}'})
    }
    token = answer.NextToken
  } while (token)
  return found
}
