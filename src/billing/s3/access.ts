/** How a bill's bucket is reached, which is often in another account than what is scanned. */
export interface BillAccess {
  readonly profile?: string
  /** Assumed one through the other. */
  readonly roles?: readonly string[]
  readonly externalId?: string
  readonly region?: string
  /** Bytes that downloaded bills may take; default: 20 GiB. */
  readonly cacheLimit?: number
  /** Only these months, `2026-10`: what an engine is not asked for costs nothing. */
  readonly months?: readonly string[]
  /** `s3://` where Athena writes results, where its workgroup does not say. */
  readonly athenaOutput?: string
  /** Whether Cost Explorer is asked day by day. */
  readonly daily?: boolean
  /** Tag keys of which Cost Explorer is asked who lacks them. */
  readonly lackingKeys?: readonly string[]
  /** Agrees to paid requests; without it there are none. @throws {TrueupError} `not-confirmed` */
  readonly approve?: (paid: {readonly requests: number; readonly usd: string}) => Promise<void>
}

export const defaultCacheLimit = 20 * 1024 ** 3
