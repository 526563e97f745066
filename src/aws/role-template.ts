import {userError} from '../errors.ts'
import {parseArn} from '../model/arn.ts'

/** What a role template may leave open. */
export interface RolePlace {
  readonly partition: string
  readonly account: string
}

/** Whether the role is another one in each account: `{account}` in an ARN, or a name alone. */
export function isTemplate(role: string): boolean {
  return !role.startsWith('arn:') || role.includes('{account}')
}

/**
 * `arn:{partition}:iam::{account}:role/reader`, or `reader` alone, as the ARN of one account's role.
 *
 * @throws TrueupError `role-invalid`
 */
export function roleArn(role: string, {partition, account}: RolePlace): string {
  const template = role.startsWith('arn:') ? role : `arn:{partition}:iam::{account}:role/${role.replace(/^\//, '')}`
  const arn = template.replaceAll('{partition}', partition).replaceAll('{account}', account)
  if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return arn
  throw userError(
    'role-invalid',
    `the role ${JSON.stringify(role)} is none`,
    'Write its ARN, its name, or arn:{partition}:iam::{account}:role/NAME for one that every account has.',
  )
}

export const defaultSessionName = 'trueup'

/**
 * Who somebody is who has assumed a role
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns): the path of the role is left out.
 *
 * @param role its ARN
 */
export function assumedRoleArn(role: string, sessionName = defaultSessionName): string {
  const {partition = '', account = '', resource = ''} = parseArn(role) ?? {}
  return `arn:${partition}:sts::${account}:assumed-role/${resource.split('/').at(-1)}/${sessionName}`
}
