import {join} from 'node:path'

import {accountRegions} from '../aws/account-regions.ts'
import {FailedCall} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import type {Transport} from '../aws/transport.ts'
import {openSessions, type AccessRequest, type Sessions} from '../aws/sessions.ts'
import {TrueupError} from '../errors.ts'
import {globalRegion, type Location} from '../model/location.ts'
import type {KeptAnswers} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {aggregatorsOf} from './aggregators.ts'
import {accountsInQuestion, type Accounts, type AccountsRequest} from './accounts.ts'
import {interleave} from './interleave.ts'
import {Keeper} from './kept/keeper.ts'
import {readLive, type ReadPage} from './read-live.ts'
import type {LiveChoice} from './abilities.ts'
import {choiceInWords} from './readers.ts'
import {targetsFor, targetsOf, type PlacedObject, type ReadTarget, type Scope} from './targets.ts'
import type {DeclaredObject, Wanted} from './wanted.ts'

/** AWS as the live side, as the flags say. */
export interface AwsRequest extends AccessRequest, AccountsRequest {
  readonly choice: LiveChoice
  /** Name or ARN of the AWS Config aggregator that is asked before the accounts are. */
  readonly aggregator?: string
  /** The way to AWS; default: one of its own. */
  readonly transport?: Transport
  /** Default: the regions of what is declared, else that of the session; `all` stands for those that each account has enabled. */
  readonly regions: readonly string[]
  /** Go on where an interrupted run of the same access stopped. */
  readonly resume?: boolean
  /** Answers no older than this need not be asked for again, and are kept for later runs. */
  readonly cacheMs?: number
}

/** Of `Surroundings`; without a clock and a folder nothing is kept. */
type Around = Pick<Surroundings, 'signal'> & Partial<Pick<Surroundings, 'now' | 'clock' | 'version' | 'cacheFolder'>>

export interface AwsSide {
  /** Of whom is read, in words: `AWS account 111122223333`, `12 AWS accounts`. */
  readonly name: string
  readonly accounts: readonly string[]
  readonly locations: readonly Location[]
  /** Which readers answer, and why these. */
  readonly because: string
  readonly events: AsyncGenerator<ReadPage>
  /** Looks at a few objects themselves, now; undefined where one reader alone was asked for. */
  readonly reread?: (objects: readonly PlacedObject[]) => AsyncGenerator<ReadPage>
  /** For whatever else is to be asked; undefined for an account that cannot be read. */
  readonly sessionOf: (account: string) => Promise<AwsSession | undefined>
  /** What was taken from earlier runs; known once the events have ended. */
  readonly kept: () => KeptAnswers | undefined
}

/** What there is to read, before any of it is. */
export interface ReadPlan {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly targets: readonly ReadTarget[]
}

/** Opens a session and starts reading; no object is asked for before the events are. */
export async function openAws(request: AwsRequest, wanted: Wanted, around: Around): Promise<AwsSide> {
  const {signal, now, clock = now && (() => now)} = around
  const {
    sessions,
    accounts: {accounts, leftOut},
    targets,
  } = await planReading(request, wanted, signal)
  const regions = targets.map(({location}) => location.region).filter((region) => region !== globalRegion)
  const aggregators = aggregatorsOf(sessions.home, request.aggregator, regions, signal)
  await aggregators.named
  const keeper = await openKeeper(request, sessions, around)
  const events = readLive({sessions, choice: request.choice, targets, leftOut, keeper, aggregators, signal, clock})
  const locations = targets.map(({location}) => location)
  return {
    name: nameOf(accounts, leftOut.size),
    accounts,
    sessionOf: (account) => sessions.of(account).catch(unlessFailed),
    locations,
    because: choiceInWords(request.choice),
    events: keeper ? untilTheEnd(events, keeper) : events,
    kept: () => keeper?.use,
    ...(request.choice === 'auto' && {
      reread: (objects) => readLive({sessions, choice: 'fresh', targets: targetsFor(objects), signal, clock}),
    }),
  }
}

async function openKeeper(request: AwsRequest, sessions: Sessions, around: Around): Promise<Keeper | undefined> {
  const {now, version: trueup, cacheFolder} = around
  if (!now || trueup === undefined || cacheFolder === undefined) return undefined
  const {resume = false, cacheMs: maxAgeMs} = request
  const {profile, roles, externalId, sessionName, overrides, aggregator} = request
  const {account, arn} = sessions.home
  const access = JSON.stringify({account, arn, profile, roles, externalId, sessionName, overrides, aggregator})
  const options = {folder: join(cacheFolder, 'live'), now, trueup, resume}
  return Keeper.open({...options, ...(maxAgeMs === undefined ? {} : {maxAgeMs})}, access)
}

/** What was read stays for a run that goes on, unless the reading comes to its end. */
async function* untilTheEnd(events: AsyncIterable<ReadPage>, keeper: Keeper): AsyncGenerator<ReadPage> {
  yield* events
  await keeper.end()
}

/** @throws TrueupError `aws-...`, `organization-unreadable`, `role-invalid` where nothing at all can be read */
export async function planReading(request: AwsRequest, wanted: Wanted, signal: AbortSignal): Promise<ReadPlan> {
  const declared = [...wanted.declared]
  const sessions = await openSomewhere(request, declared, signal)
  const accounts = await accountsInQuestion(request, sessions, declared, signal)
  const regions = await regionsToRead(request.regions, sessions, accounts.accounts, signal)
  const targets = targetsOf(sessions.home, {accounts: accounts.accounts, regions}, {...wanted, declared})
  return {sessions, accounts, targets}
}

function nameOf(accounts: readonly string[], leftOut: number): string {
  const name = accounts.length === 1 ? `AWS account ${accounts[0]}` : `${accounts.length} AWS accounts`
  return leftOut === 0 ? name : `${name} (${leftOut} left out)`
}

/** Who we are can be asked in any region: where neither flag nor environment nor profile names one, what is declared does. */
async function openSomewhere(
  {regions, transport, ...access}: AwsRequest,
  declared: readonly DeclaredObject[],
  signal: AbortSignal,
): Promise<Sessions> {
  const region = regions.find((name) => name !== allRegions)
  const opening = {signal, ...(transport && {transport})}
  try {
    return await openSessions(access, {...opening, ...(region === undefined ? {} : {region})})
  } catch (error) {
    const known = regionOf(declared)
    const isHelped = error instanceof TrueupError && error.code === 'aws-region-missing' && known !== undefined
    if (!isHelped) throw error
    return openSessions(access, {...opening, region: known})
  }
}

function regionOf(declared: readonly DeclaredObject[]): string | undefined {
  return declared.find(({location: {region}}) => region !== undefined && region !== globalRegion)?.location.region
}

const allRegions = 'all'
const askedAtOnce = 16

async function regionsToRead(
  requested: readonly string[],
  sessions: Sessions,
  accounts: readonly string[],
  signal: AbortSignal,
): Promise<Scope['regions']> {
  if (!requested.includes(allRegions)) return requested
  const regions = new Map<string, readonly string[]>()
  // What an account that does not say has enabled is taken to be what the credentials' own has.
  const usual = await enabledIn(sessions.home, signal)
  const questions = accounts.map(
    (account) =>
      async function* () {
        const own = await sessions.of(account).catch(unlessFailed)
        yield [account, own === undefined ? usual : await enabledIn(own, signal).catch(() => usual)] as const
      },
  )
  for await (const [account, enabled] of interleave(questions, askedAtOnce)) regions.set(account, enabled)
  return regions
}

async function enabledIn(session: AwsSession, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const regions = await accountRegions(session, signal)
    return [...regions].flatMap(([name, isOn]) => (isOn ? [name] : [])).toSorted()
  } catch (error) {
    if (!(error instanceof FailedCall)) throw error
    throw new TrueupError(`The regions of account ${session.account} could not be listed. ${error.failure.detail}`, {
      code: 'regions-unreadable',
      fault: 'user',
      hint: 'Grant account:ListRegions or ec2:DescribeRegions, or name the regions with --region.',
    })
  }
}

function unlessFailed(error: unknown): undefined {
  if (error instanceof FailedCall) return undefined
  throw error
}
