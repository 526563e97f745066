import {openTransport} from '../aws/transport.ts'
import {failureIn} from '../aws/call.ts'
import {loadCatalog} from '../catalog/catalog.ts'
import {TrueupError} from '../errors.ts'
import {Joiner} from '../join/join.ts'
import {checkAccount, checkHome} from '../live/doctor/checks.ts'
import {interleave} from '../live/interleave.ts'
import {planReading, type AwsRequest, type ReadPlan} from '../live/open-aws.ts'
import {checkNames, type Check, type Checkup} from '../model/checkup.ts'
import {compareText} from '../model/finding.ts'
import {globalRegion} from '../model/location.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {takeDeclared} from './declared.ts'
import {networkChecks, clockChecks, type Network} from './doctor-network.ts'
import {objectTypes} from './narrowed.ts'
import {policyOf} from './tag-check.ts'

export interface DoctorRequest {
  /** Narrow the checks to the places and types of these states. */
  readonly states: readonly string[]
  readonly aws: AwsRequest
  /** Whose keys are looked up among the activated cost allocation tags. */
  readonly policies: readonly PolicyText[]
  readonly network: Network
}

const accountsAtOnce = 16

/** Everything that a scan would stumble over, looked at before. Nothing here changes anything, and no object is read. */
export async function doctor(request: DoctorRequest, surroundings: Surroundings): Promise<Checkup> {
  const {progress, signal} = surroundings
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  if (request.states.length > 0) await takeDeclared(request.states, {joiner, catalog}, surroundings)
  progress.step('asking AWS')
  const declared = [...joiner.declaredObjects()]
  const types = request.states.length > 0 ? [...new Set(declared.map(({type}) => type))] : objectTypes(catalog)
  const skews: number[] = []
  const transport = openTransport({onDate: (date) => skews.push(date.getTime() - Date.now())})
  const checks: Check[] = [...networkChecks(request.network)]
  try {
    const plan = await planReading({...request.aws, transport}, {types, declared}, signal)
    checks.push(...(await planChecks(plan, await keysIn(request.policies), signal)))
  } catch (error) {
    checks.push(failed(error))
  }
  checks.push(...clockChecks(skews))
  return {checks: checks.toSorted((a, b) => compareText(orderOf(a), orderOf(b)))}
}

function failed(error: unknown): Check {
  if (!(error instanceof TrueupError) || error.fault === 'bug') throw error
  const {code, message, hint} = error
  const check = code.startsWith('organization')
    ? 'organization'
    : code.startsWith('regions')
      ? 'regions'
      : 'credentials'
  return {check, status: 'fail', text: message, ...(hint === undefined ? {} : {todo: hint})}
}

async function planChecks(plan: ReadPlan, keys: readonly string[], signal: AbortSignal): Promise<readonly Check[]> {
  const {sessions, accounts, targets} = plan
  const {home} = sessions
  const text = `The credentials are for account ${home.account} in ${home.region}.`
  const checks: Check[] = [{check: 'credentials', status: 'ok', account: home.account, text}]
  const places = targets.filter(({location}) => location.region !== globalRegion).map(({location}) => location)
  checks.push(...(await checkHome(home, places, keys, signal)))
  const questions = accounts.accounts.map(
    (account) =>
      async function* (): AsyncGenerator<readonly Check[]> {
        const own = targets.filter(({location}) => location.account === account)
        try {
          yield await checkAccount(await sessions.of(account), own, signal)
        } catch (error) {
          const {reason, detail, grant} = failureIn(error)
          const todo =
            reason === 'denied'
              ? 'Let the caller assume the role: trueup permissions --role NAME --trusted ARN.'
              : 'Pass --role with a role of this account.'
          yield [{check: 'accounts', status: 'fail', account, text: detail, todo, ...(grant && {grant})}]
        }
      },
  )
  for await (const of of interleave(questions, accountsAtOnce)) checks.push(...of)
  const failing = checks.filter(({check, status}) => check === 'accounts' && status === 'fail').length
  const reached = accounts.accounts.length - failing
  const left = accounts.leftOut.size === 0 ? '' : `; ${accounts.leftOut.size} are left out`
  checks.push({
    check: 'accounts',
    status: 'ok',
    text: `${reached} of ${accounts.accounts.length} accounts can be read${left}.`,
  })
  return checks
}

/** Keys that every object has to have: those with `*` name none in particular. */
async function keysIn(policies: readonly PolicyText[]): Promise<readonly string[]> {
  const {rules} = await policyOf(policies)
  return [...new Set(rules.map(({key}) => key).filter((key) => !key.includes('*')))]
}

/** As `checkNames` has them, then by place. */
function orderOf({check, account = '', region = '', status, text}: Check): string {
  return [String(checkNames.indexOf(check)).padStart(2, '0'), account, region, status === 'ok' ? 0 : 1, text].join('\n')
}
