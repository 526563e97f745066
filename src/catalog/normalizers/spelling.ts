import type {Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/**
 * A name that the APIs of one service spell in several ways: `lowest-price`, `lowestPrice`, `LOWEST_PRICE`
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotOptionsRequest.html has both of the first).
 */
export const spelling = byForm((value): Json =>
  typeof value === 'string' ? value.replaceAll(/[-_\s]/g, '').toLowerCase() : value,
)
