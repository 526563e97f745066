import {parseArn} from '../../model/arn.ts'
import type {PartialLocation} from '../../model/location.ts'
import {canonicalJson, type Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * A KMS key by its id, key ARN, alias or alias ARN
 * (https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-identifiers); without an account or region it means those
 * of the object that uses it. Which key an alias stands for (`alias/aws/sqs` among them) only KMS can tell, so an alias on one side
 * and a key on the other are unequal only where their places differ: a move of the alias or of the object to another key of the
 * same place goes unseen here, and shows at the alias.
 */
export const kmsKey: Normalizer = (declared, live, {location}) => {
  const [mine, theirs] = [referenceOf(declared, location), referenceOf(live, location)]
  if (!samePlace(mine, theirs)) return false
  return mine.isAlias === theirs.isAlias ? mine.name === theirs.name : true
}

interface KeyReference {
  readonly name: string
  readonly isAlias: boolean
  readonly account: string | undefined
  readonly region: string | undefined
}

function referenceOf(value: Json, {account, region}: PartialLocation): KeyReference {
  const arn = parseArn(value)
  const name = (arn?.resource ?? textOf(value)).replace(/^key\//, '')
  return {name, isAlias: name.startsWith('alias/'), account: arn?.account ?? account, region: arn?.region ?? region}
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value)
}

function samePlace(a: KeyReference, b: KeyReference): boolean {
  return agrees(a.account, b.account) && agrees(a.region, b.region)
}

function agrees(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}
