import type {FailureInfo, ResourceGroupsTaggingAPIClient} from '@aws-sdk/client-resource-groups-tagging-api'

import {call} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'
import {pause} from './pause.ts'

/** ARNs of one call: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html */
export const batchSize = 20

/** Of an ARN that AWS did not change, in a call that changed others. */
export interface Failed {
  readonly arn: string
  /** AWS's own words. */
  readonly reason: string
}

/** The Tagging API of one account and region. */
export class TaggingApi {
  readonly #client: ResourceGroupsTaggingAPIClient
  readonly #signal: AbortSignal

  private constructor(client: ResourceGroupsTaggingAPIClient, signal: AbortSignal) {
    this.#client = client
    this.#signal = signal
  }

  /** Objects of global services are tagged in their home region. */
  static async open(session: AwsSession, region: string, signal: AbortSignal): Promise<TaggingApi> {
    const {ResourceGroupsTaggingAPIClient} = await import('@aws-sdk/client-resource-groups-tagging-api')
    const where = region === 'global' ? (homeRegion(session.partition) ?? session.region) : region
    return new TaggingApi(new ResourceGroupsTaggingAPIClient(session.clientSettings(where)), signal)
  }

  /** The tags of these; what was never tagged is not in the answer, and has none. */
  async tagsOf(arns: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    const {GetResourcesCommand} = await import('@aws-sdk/client-resource-groups-tagging-api')
    const found = new Map<string, Readonly<Record<string, string>>>(arns.map((arn) => [arn, {}]))
    let token: string | undefined
    do {
      const page = new GetResourcesCommand({ResourceARNList: [...arns], ...(token ? {PaginationToken: token} : {})})
      const answer = await call('tag:GetResources', () => this.#client.send(page, {abortSignal: this.#signal}))
      for (const {ResourceARN: arn = '', Tags: tags = []} of answer.ResourceTagMappingList ?? []) {
        found.set(arn, Object.fromEntries(tags.map(({Key, Value}) => [Key ?? '', Value ?? ''])))
      }
      token = answer.PaginationToken
    } while (token)
    return found
  }

  /** @returns those that AWS did not change @throws FailedCall where it did none */
  async tag(arns: readonly string[], tags: Readonly<Record<string, string>>): Promise<readonly Failed[]> {
    const {TagResourcesCommand} = await import('@aws-sdk/client-resource-groups-tagging-api')
    return this.#persist(arns, async (some) => {
      const command = new TagResourcesCommand({ResourceARNList: [...some], Tags: tags})
      const answer = await call('tag:TagResources', () => this.#client.send(command, {abortSignal: this.#signal}))
      return answer.FailedResourcesMap
    })
  }

  /** @returns those that AWS did not change @throws FailedCall where it did none */
  async untag(arns: readonly string[], keys: readonly string[]): Promise<readonly Failed[]> {
    const {UntagResourcesCommand} = await import('@aws-sdk/client-resource-groups-tagging-api')
    return this.#persist(arns, async (some) => {
      const command = new UntagResourcesCommand({ResourceARNList: [...some], TagKeys: [...keys]})
      const answer = await call('tag:UntagResources', () => this.#client.send(command, {abortSignal: this.#signal}))
      return answer.FailedResourcesMap
    })
  }

  /** A part of a call may be throttled, or meet an error inside of AWS: that part is asked for again. */
  async #persist(
    arns: readonly string[],
    send: (arns: readonly string[]) => Promise<Readonly<Record<string, FailureInfo>> | undefined>,
  ): Promise<readonly Failed[]> {
    const failed: Failed[] = []
    let left = arns
    for (let attempt = 1; left.length > 0; attempt++) {
      const failures = Object.entries((await send(left)) ?? {})
      const again = failures.filter(([, info]) => attempt < mostAttempts && isPassing(info))
      failed.push(
        ...failures.filter((failure) => !again.includes(failure)).map(([arn, info]) => ({arn, reason: textOf(info)})),
      )
      left = again.map(([arn]) => arn)
      if (left.length > 0) await pause(firstPauseMs * 2 ** (attempt - 1), this.#signal)
    }
    return failed
  }
}

const mostAttempts = 4
const firstPauseMs = 200

function isPassing({StatusCode: status = 0, ErrorCode: code, ErrorMessage: message = ''}: FailureInfo): boolean {
  return (
    status === 429 || status >= 500 || code === 'InternalServiceException' || /throttl|rate exceeded/i.test(message)
  )
}

function textOf({ErrorCode: code, ErrorMessage: message}: FailureInfo): string {
  return [code, message].filter(Boolean).join(': ') || 'AWS did not say why'
}
