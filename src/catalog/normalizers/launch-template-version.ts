import {scalarsAsText} from './exact.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * The version that an instance was launched from: AWS tells its number, the configuration may say `$Latest` or `$Default`, which meant
 * some number on that day (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateSpecification.html).
 */
export const launchTemplateVersion: Normalizer = (declared, live) => {
  const [a, b] = [scalarsAsText(declared), scalarsAsText(live)]
  return a === b || isMoving(a) || isMoving(b)
}

function isMoving(version: unknown): boolean {
  return version === '$Latest' || version === '$Default'
}
