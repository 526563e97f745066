import {FailedCall} from '../aws/call.ts'
import {openSession, type SessionRequest} from '../aws/session.ts'
import {TrueupError} from '../errors.ts'
import type {ActivatedKeys} from '../live/cost-allocation/activate.ts'
import type {CostAllocation} from '../model/cost-allocation.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {billedKeys, requiredKeys, type BilledKey} from '../tags/billed-keys.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {policyOf} from './tag-check.ts'

export type {ActivatedKeys, BilledKey}

/** Where the state of cost allocation comes from: a file, or the account that pays. */
export type CostAllocationSource =
  | {readonly file: string}
  | {readonly aws: Pick<SessionRequest, 'profile' | 'roles' | 'externalId'>}

/** @throws {TrueupError} `cost-allocation-not-readable`, `aws-...` */
export async function takeCostAllocation(source: CostAllocationSource, signal: AbortSignal): Promise<CostAllocation> {
  if ('file' in source) {
    const {readCostAllocationFile} = await import('../live/cost-allocation/file.ts')
    return readCostAllocationFile(source.file)
  }
  const {readCostAllocation} = await import('../live/cost-allocation/read.ts')
  const session = await openSession({...source.aws, signal})
  return readCostAllocation(session, signal).catch(toldOf)
}

function toldOf(error: unknown): never {
  if (!(error instanceof FailedCall)) throw error
  throw new TrueupError(error.failure.detail, {
    code: 'cost-allocation-not-readable',
    fault: 'aws',
    hint: 'Ask in the account that pays (--profile, --role), or let it write a file: aws ce list-cost-allocation-tags',
    cause: error,
  })
}

export interface BilledRequest {
  readonly policies: readonly PolicyText[]
  /** Keys besides those that the policies require. */
  readonly keys: readonly string[]
  readonly source: CostAllocationSource
}

/** What the bill makes of each key that is asked for. */
export async function listBilledKeys(
  request: BilledRequest,
  {now, signal}: Surroundings,
): Promise<readonly BilledKey[]> {
  const policy = await policyOf(request.policies)
  const allocation = await takeCostAllocation(request.source, signal)
  const keys = [...new Set([...requiredKeys(policy), ...request.keys])].toSorted()
  return billedKeys(keys, allocation, now.toISOString().slice(0, 10))
}

/** Activates keys in the account that pays. */
export async function activateBilledKeys(
  keys: readonly string[],
  {aws}: Extract<CostAllocationSource, {readonly aws: unknown}>,
  {signal}: Surroundings,
): Promise<ActivatedKeys> {
  const {activateKeys} = await import('../live/cost-allocation/activate.ts')
  return activateKeys(await openSession({...aws, signal}), keys, signal).catch(toldOf)
}
