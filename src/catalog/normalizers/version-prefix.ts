import type {Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * A version that may be declared less precisely than AWS states it: "8.0" stays true while AWS moves from 8.0.39 to 8.0.40 (the
 * provider compares it so, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#engine_version-1).
 * Not symmetric: what is declared precisely has to be live precisely.
 */
export const versionPrefix: Normalizer = (declared, live) => {
  const [wanted, actual] = [partsOf(declared), partsOf(live)]
  return wanted.every((part, index) => part === actual[index])
}

function partsOf(version: Json): readonly string[] {
  return typeof version === 'string' || typeof version === 'number' ? String(version).toLowerCase().split('.') : []
}
