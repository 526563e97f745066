import type {Answer, WireRequest} from '../../live/loopback.ts'

export type Tags = Record<string, string>

/** How the Tagging API of a test misbehaves. */
export interface Faults {
  /** How many of the first calls that change tags are throttled as a whole. */
  readonly throttled?: number
  /** ARNs of which each change fails, for good. */
  readonly refused?: readonly string[]
  /** ARNs of which the first change fails inside of AWS. */
  readonly shaky?: readonly string[]
  /** Called after so many changes, before the answer goes out. */
  readonly onChange?: (changes: number) => void
}

/** The Tagging API over tags in memory: batches of 20, partial failures, and no answer about what was never tagged. */
export class TaggingServer {
  readonly tags: Map<string, Tags>
  readonly batches: number[] = []
  #throttled: number
  readonly #faults: Faults
  readonly #shaken = new Set<string>()
  readonly #ever = new Set<string>()
  #changes = 0

  constructor(tags: Readonly<Record<string, Tags>>, faults: Faults = {}) {
    this.tags = new Map(Object.entries(structuredClone(tags)))
    for (const [arn, own] of this.tags) if (Object.keys(own).length > 0) this.#ever.add(arn)
    this.#faults = faults
    this.#throttled = faults.throttled ?? 0
  }

  answer({operation, body}: WireRequest): Answer | undefined {
    if (operation === 'GetCallerIdentity') return [200, identity]
    if (operation === 'GetResources') return this.#resources(JSON.parse(body) as {ResourceARNList?: string[]})
    if (operation === 'TagResources' || operation === 'UntagResources') return this.#change(operation, body)
    return undefined
  }

  #resources({ResourceARNList: arns = [...this.tags.keys()]}: {readonly ResourceARNList?: string[]}): Answer {
    const known = arns.filter((arn) => this.#ever.has(arn))
    const mapped = known.map((arn) => ({
      ResourceARN: arn,
      Tags: Object.entries(this.tags.get(arn) ?? {}).map(([Key, Value]) => ({Key, Value})),
    }))
    return [200, {ResourceTagMappingList: mapped, PaginationToken: ''}]
  }

  #change(operation: string, body: string): Answer {
    if (this.#throttled-- > 0) return [400, {__type: 'ThrottledException', message: 'Rate exceeded'}]
    const {ResourceARNList: arns, Tags: tags = {}, TagKeys: keys = []} = JSON.parse(body) as Change
    if (arns.length > 20) return [400, {__type: 'InvalidParameterException', message: 'at most 20'}]
    this.batches.push(arns.length)
    const failed = Object.fromEntries(arns.flatMap((arn) => this.#failureOf(arn)))
    for (const arn of arns.filter((one) => !(one in failed))) {
      const own = this.tags.get(arn) ?? {}
      if (operation === 'TagResources') Object.assign(own, tags)
      else for (const key of keys) delete own[key]
      this.tags.set(arn, own)
      this.#ever.add(arn)
    }
    this.#faults.onChange?.(++this.#changes)
    return [200, {FailedResourcesMap: failed}]
  }

  #failureOf(arn: string): readonly (readonly [string, object])[] {
    if (this.#faults.refused?.includes(arn)) {
      return [[arn, {StatusCode: 400, ErrorCode: 'InvalidParameterException', ErrorMessage: 'cannot be tagged'}]]
    }
    if (!this.#faults.shaky?.includes(arn) || this.#shaken.has(arn)) return []
    this.#shaken.add(arn)
    return [[arn, {StatusCode: 500, ErrorCode: 'InternalServiceException', ErrorMessage: 'try again'}]]
  }
}

interface Change {
  readonly ResourceARNList: readonly string[]
  readonly Tags?: Tags
  readonly TagKeys?: readonly string[]
}

const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ci</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>'
