import {failureIn} from '../../aws/call.ts'
import type {Check} from '../../model/checkup.ts'

/** A check whose own call may fail: what AWS refuses is a warning that names the action. */
export async function checked(
  about: Pick<Check, 'check' | 'account' | 'region'>,
  look: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  try {
    return await look()
  } catch (error) {
    const {action = 'the action', grant, detail} = failureIn(error)
    const todo = grant ? `Allow ${grant.Action} on ${grant.Resource}.` : `Find out why ${action} did not answer.`
    return [{...about, status: 'warn', text: detail, todo, ...(grant && {grant})}]
  }
}
