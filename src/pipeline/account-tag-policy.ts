import {FailedCall} from '../aws/call.ts'
import {openSession, type SessionRequest} from '../aws/session.ts'
import {TrueupError} from '../errors.ts'
import {readTagPolicies} from '../live/tag-policies/read.ts'
import {effectivePolicy} from '../tags/organizations/effective.ts'
import {loadEffective, loadTagPolicies} from '../tags/organizations/load.ts'
import type {EffectiveTagPolicy} from '../tags/organizations/tag-policy.ts'

type Access = Pick<SessionRequest, 'profile' | 'roles' | 'externalId'>

/**
 * The tag policy that holds for an account, as AWS has it.
 * @throws {TrueupError} `tag-policy-not-found`, `tag-policy-denied`, `aws-...`
 */
export async function accountTagPolicy(
  account: string,
  access: Access,
  signal: AbortSignal,
): Promise<EffectiveTagPolicy> {
  const session = await openSession({...access, signal})
  const found = await readTagPolicies(session, account, signal).catch((error: unknown) => denied(error, account))
  if (found === 'none') throw notFound(account)
  return 'effective' in found ? loadEffective(found.effective) : effectivePolicy(loadTagPolicies(found.levels, 'aws'))
}

/** AWS gives one answer for both, so "there is no policy" would be more than is known. */
function notFound(account: string): TrueupError {
  const message = `AWS shows no effective tag policy for ${account}: tag policies are not enabled in the organization, or none is attached to the account or above it`
  const hint = 'See which policy types are enabled: aws organizations list-roots'
  return new TrueupError(message, {code: 'tag-policy-not-found', fault: 'aws', hint})
}

function denied(error: unknown, account: string): never {
  if (!(error instanceof FailedCall)) throw error
  throw new TrueupError(`The tag policies of ${account} could not be read. ${error.failure.detail}`, {
    code: 'tag-policy-denied',
    fault: 'aws',
    hint: 'Ask with credentials of the account itself or of the management account (--profile, --role), or merge files',
    cause: error,
  })
}
