import type {Location} from '../../src/model/location.ts'
import type {Value} from '../../src/model/value.ts'

const here = {partition: 'aws', account: '123456789012'}

export const usEast: Location = {...here, region: 'us-east-1'}
export const euCentral: Location = {...here, region: 'eu-central-1'}
export const global: Location = {...here, region: 'global'}

/** When the snapshot was taken, and when AWS Config had last looked at everything. */
export const takenAt = '2026-05-11T06:00:00.000Z'
export const recordedAt = '2026-05-11T05:41:17.000Z'

/** @throws Error where the sample says otherwise than its generator expects */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error(`the sample has ${JSON.stringify(value)} for a text`)
  return value
}
