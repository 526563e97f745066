import {DefaultRateLimiter} from '@smithy/core/retry'
import type {RetryErrorInfo} from '@smithy/types'
import PQueue from 'p-queue'

import type {Operation} from './operation.ts'
import {publishedLimit} from './published.ts'

const second = 1000

/**
 * The speed of one API in one account and region: never above the published limit, and below it as far as AWS asks for. Going down at
 * throttling and up again is the SDK's own adaptive rate limiter (CUBIC), which the SDK keeps for each client; here it is kept for
 * each API, whichever clients call it.
 */
export class Lane {
  readonly #adaptive = new DefaultRateLimiter({minFillRate: 1})
  readonly #published: PQueue | undefined

  constructor(callsPerSecond: number | undefined) {
    this.#published =
      callsPerSecond === undefined
        ? undefined
        : new PQueue({intervalCap: callsPerSecond, interval: second, strict: true})
  }

  /** Waits until a call may go out. */
  async enter(signal: AbortSignal | undefined): Promise<void> {
    await this.#published?.add(nothing, {signal})
    await this.#adaptive.getSendToken()
    signal?.throwIfAborted()
  }

  succeeded(): void {
    this.#adaptive.updateClientSendingRate({})
  }

  throttled(info: RetryErrorInfo): void {
    this.#adaptive.updateClientSendingRate(info)
  }
}

/** The lanes of one account. */
export class Pace {
  readonly #lanes = new Map<string, Lane>()

  lane({service, region, name}: Operation): Lane {
    const limit = publishedLimit(service, name)
    const key = limit?.shared ? `${region} ${service}` : `${region} ${service} ${name}`
    let lane = this.#lanes.get(key)
    if (!lane) this.#lanes.set(key, (lane = new Lane(limit?.callsPerSecond)))
    return lane
  }
}

function nothing(): void {}
