import type {ObjectType} from '../model/live.ts'

/**
 * Types whose objects are of no region: Config records them with region `global`, in the home region of the recorder that includes
 * them (https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html).
 */
export function isGlobalType(type: ObjectType): boolean {
  return globalTypes.test(type)
}

const globalTypes =
  /^AWS::(IAM|CloudFront|Route53|Route53RecoveryControl|Route53RecoveryReadiness|GlobalAccelerator|Shield|WAF)::/
