import type {Grant} from '../model/gap.ts'

/**
 * The smallest statement that allows what AWS denied. Most services say what was missing, which is not always the action of the call:
 * Cloud Control calls the service in the name of who calls it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
 *
 * @returns undefined where a policy that only somebody else can change denies it, whatever is granted
 */
export function grantFor(action: string, error: unknown): Grant | undefined {
  const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : ''
  if (guardrail.test(message)) return undefined
  const [, named = action] = /not authorized to perform:? ([\w-]+:\w+)/.exec(message) ?? []
  const [, resource = '*'] = /on resource: (arn:[^\s,]+)/.exec(message) ?? []
  return {Effect: 'Allow', Action: named, Resource: resource}
}

const guardrail =
  /explicit deny|no (?:service control|resource control|session|VPC endpoint) policy allows|no permissions boundary allows/i
