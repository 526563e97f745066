import {accountRegions} from '../aws/account-regions.ts'
import {FailedCall} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import type {Transport} from '../aws/transport.ts'
import type {Sessions} from '../aws/sessions.ts'
import {TrueupError} from '../errors.ts'
import {globalRegion, type Location} from '../model/location.ts'
import type {KeptAnswers} from '../model/report.ts'
import {aggregatorsOf} from './aggregators.ts'
import {accountsInQuestion, type Accounts, type AccountsRequest} from './accounts.ts'
import {doubtfulRegions} from './doubtful-regions.ts'
import {interleave} from './interleave.ts'
import type {Keeper} from './kept/keeper.ts'
import {expectedIn, type ReadPage} from './read-live.ts'
import {openKeeper, type Around, type Keeping, type KeptRequest} from './open-keeper.ts'
import {allRegions, openSomewhere} from './open-somewhere.ts'
import {readHere, readInThreads, threadsFor} from './reading.ts'
import type {ReadingAhead} from './reading-ahead.ts'
import type {ReadingThreads} from './threads/reading-threads.ts'
import type {LiveChoice} from './abilities.ts'
import {choiceInWords} from './readers.ts'
import {targetsFor, targetsOf, type PlacedObject, type ReadTarget, type Scope} from './targets.ts'
import type {Wanted} from './wanted.ts'

/** AWS as the live side, as the flags say. */
export interface AwsRequest extends KeptRequest, AccountsRequest {
  readonly choice: LiveChoice
  /** Name or ARN of the AWS Config aggregator that is asked before the accounts are. */
  readonly aggregator?: string
  /** The way to AWS; default: one of its own. */
  readonly transport?: Transport
  /** Default: the regions of what is declared, else that of the session; `all` stands for those that each account has enabled. */
  readonly regions: readonly string[]
  /** Threads that read beside this one; default: as many as there is to read for, and processors. */
  readonly threads?: number
}

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
  /** What was taken from earlier runs, or could not be; known once the events have ended. */
  readonly kept: () => KeptAnswers | undefined
  /** Tells of how many objects were read so far, where they are not among the events at once. */
  readonly watch?: (tell: (objects: number) => void) => void
  /** All that was wanted is there: what was kept for a run that goes on may go. */
  readonly done: () => Promise<void>
  /** Ends what is still read; nothing is after that. */
  readonly end: () => Promise<void>
}

/** What there is to read, before any of it is. */
export interface ReadPlan {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly targets: readonly ReadTarget[]
}

/**
 * Opens a session and starts reading; no object is asked for before the events are.
 *
 * @param ahead what was begun while the states were read
 */
export async function openAws(
  request: AwsRequest,
  wanted: Wanted,
  around: Around,
  ahead?: ReadingAhead,
): Promise<AwsSide> {
  const {signal, now, clock = now && (() => now)} = around
  const begun = await ahead?.begun()
  const {
    sessions,
    accounts: {accounts, leftOut},
    targets,
  } = await planReading(request, wanted, signal, await ahead?.sessions())
  const doubtful = await doubtfulRegions(request.regions, sessions.home, signal)
  const regions = targets.map(({location}) => location.region).filter((region) => region !== globalRegion)
  const aggregators = aggregatorsOf(sessions.home, request.aggregator, regions, signal)
  await aggregators.named
  const {keeper, refused}: Keeping = begun ?? (await openKeeper(request, sessions, around))
  const {choice} = request
  const threads = begun?.threads ?? (await threadsOf(request, targets, {sessions, keeper, ...around}))
  const asked = {sessions, choice, targets, leftOut, aggregators, regions, keeper, signal, clock}
  const reading = threads ? readInThreads(threads, asked) : readHere(asked)
  const locations = targets.map(({location}) => location)
  return {
    name: nameOf(accounts, leftOut.size),
    accounts,
    sessionOf: (account) => sessions.of(account).catch(unlessFailed),
    locations,
    because: choiceInWords(request.choice),
    events: doubtful.length > 0 ? after(doubtful, reading.all) : reading.all,
    kept: () => (refused === undefined ? keeper?.use : {parts: 0, damaged: 0, resumed: false, refused}),
    ...(choice === 'auto' && {reread: (objects) => reading.afresh(targetsFor(objects))}),
    ...(reading.watch && {watch: reading.watch}),
    done: async () => keeper?.end(),
    end: async () => reading.end(),
  }
}

async function* after(page: ReadPage, pages: AsyncGenerator<ReadPage>): AsyncGenerator<ReadPage> {
  yield page
  yield* pages
}

async function threadsOf(
  request: AwsRequest,
  targets: readonly ReadTarget[],
  means: {readonly sessions: Sessions; readonly keeper: Keeper | undefined} & Around,
): Promise<ReadingThreads | undefined> {
  if (request.transport) return undefined
  const accounts = new Set(targets.map(({location}) => location.account)).size
  const {threads = threadsFor(expectedIn(targets), accounts), choice, aggregator} = request
  if (threads === 0) return undefined
  const {beginThreads, startThreads} = await import('./threads/start-threads.ts')
  const started = startThreads(threads, means.signal)
  beginThreads(started, {...means, access: request, home: means.sessions.home, choice, aggregator})
  return started
}

/**
 * @param known sessions that were opened already
 * @throws TrueupError `aws-...`, `organization-unreadable`, `role-invalid` where nothing at all can be read
 */
export async function planReading(
  request: AwsRequest,
  wanted: Wanted,
  signal: AbortSignal,
  known?: Sessions,
): Promise<ReadPlan> {
  const declared = [...wanted.declared]
  const about = declared.length > 0 ? declared : [...(wanted.leftOut ?? [])].map((location) => ({location}))
  const sessions = known ?? (await openSomewhere(request, about, signal))
  const accounts = await accountsInQuestion(request, sessions, about, signal)
  const regions = await regionsToRead(request.regions, sessions, accounts.accounts, signal)
  const targets = targetsOf(sessions.home, {accounts: accounts.accounts, regions}, {...wanted, declared})
  return {sessions, accounts, targets}
}

function nameOf(accounts: readonly string[], leftOut: number): string {
  const name = accounts.length === 1 ? `AWS account ${accounts[0]}` : `${accounts.length} AWS accounts`
  return leftOut === 0 ? name : `${name} (${leftOut} left out)`
}

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
