import type {ObjectType} from '../model/live.ts'
import type {ObjectReader} from './abilities.ts'

const ofConfig = {
  // https://github.com/cloud-custodian/cloud-custodian/issues/5666
  'AWS::SecretsManager::Secret': 'advanced queries of AWS Config have returned no secrets although they were recorded',
}

/**
 * Where a reader is known to err on a whole type although it claims to know it, in words for the report: any other reader that can
 * answer comes first. What a reader merely leaves out is in the `sees` of its scope, or in the `unseen` of an object.
 */
export const knownFaults: Readonly<Partial<Record<ObjectReader, Readonly<Record<ObjectType, string>>>>> = {
  config: ofConfig,
  // Of the same recordings, by the same queries.
  'config-aggregator': ofConfig,
}
