import type {GrowingCatalog} from '../catalog/catalog.ts'
import {LiveIndex} from '../join/live-index.ts'
import {ReaderTally} from '../join/reader-shares.ts'
import type {AwsRequest, AwsSide} from '../live/open-aws.ts'
import type {ReadPage} from '../live/read-live.ts'
import type {ReadingAhead} from '../live/reading-ahead.ts'
import {openSnapshot} from '../live/snapshot/read.ts'
import type {Wanted} from '../live/wanted.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {OpenAccounts, type AccountSide} from './open-accounts.ts'

/** Where the live side comes from. */
export type LiveRequest = {readonly kind: 'snapshot'; readonly file: string} | ({readonly kind: 'aws'} & AwsRequest)

/** The live side account by account. */
export interface LiveSide {
  /** Each once, when all was said of it; in no particular order. */
  readonly accounts: AsyncGenerator<AccountSide>
  /** What is said of no account in particular. Known once the accounts have ended. */
  readonly common: LiveIndex
  /** Known once the accounts have ended. */
  readonly input: () => ReportInputs['live']
  readonly sessionOf?: AwsSide['sessionOf']
  readonly reread?: AwsSide['reread']
  /** The report is made: nobody has to go on with it. */
  readonly done?: AwsSide['done']
  /** Ends what is still read. */
  readonly end?: AwsSide['end']
}

export async function openLiveSide(
  request: LiveRequest,
  wanted: Wanted,
  catalog: GrowingCatalog,
  surroundings: Surroundings,
  ahead?: ReadingAhead,
): Promise<LiveSide> {
  const {progress} = surroundings
  const {kind, name, events, kept, watch, sessionOf, reread, done, end} = await openLive(
    request,
    wanted,
    surroundings,
    ahead,
  )
  const common = new LiveIndex()
  const tally = new ReaderTally()
  const ended = (side: AccountSide): AccountSide => {
    tally.add(side.index)
    return side
  }
  const accounts = async function* (): AsyncGenerator<AccountSide> {
    progress.step(`reading ${name}`)
    watch?.((objects) => progress.advance(objects))
    const open = new OpenAccounts(common)
    let seen = 0
    for await (const page of events) {
      for (const event of page) {
        // Waiting for nothing, object by object, would take longer than the rest of the loop.
        const loading = event.kind === 'object' ? catalog.want(event.object.type) : undefined
        if (loading) await loading
        if (event.kind !== 'account-read') open.add(event)
        if (event.kind === 'object' && !watch) progress.advance(++seen)
        if (event.kind === 'account-read') yield ended(open.take(event.account))
      }
    }
    tally.add(common)
    for (const account of open.accounts) yield ended(open.take(account))
  }
  const input = (): ReportInputs['live'] => {
    const earlier = kept?.()
    return {kind, name, ...tally.all(), readers: tally.shares(), ...(earlier && {kept: earlier})}
  }
  const more = {...(sessionOf && {sessionOf}), ...(reread && {reread}), ...(done && {done}), ...(end && {end})}
  return {accounts: accounts(), common, input, ...more}
}

interface Live {
  readonly index: LiveIndex
  readonly input: ReportInputs['live']
}

/** The live side as a whole. */
export async function takeLive(
  request: LiveRequest,
  wanted: Wanted,
  catalog: GrowingCatalog,
  surroundings: Surroundings,
): Promise<Live> {
  const {accounts, common, input, done, end} = await openLiveSide(request, wanted, catalog, surroundings)
  const whole = new LiveIndex()
  try {
    for await (const {index} of accounts) whole.absorb(index, () => true)
  } finally {
    await end?.()
  }
  whole.absorb(common, () => true)
  await done?.()
  return {index: whole, input: input()}
}

interface OpenLive {
  readonly kind: LiveRequest['kind']
  readonly name: string
  readonly events: AsyncIterable<ReadPage>
  readonly sessionOf?: AwsSide['sessionOf']
  readonly reread?: AwsSide['reread']
  readonly done?: AwsSide['done']
  readonly end?: AwsSide['end']
  readonly watch?: AwsSide['watch']
  readonly kept?: () => ReportInputs['live']['kept']
}

async function openLive(
  request: LiveRequest,
  wanted: Wanted,
  surroundings: Surroundings,
  ahead?: ReadingAhead,
): Promise<OpenLive> {
  if (request.kind === 'snapshot') return {kind: 'snapshot', name: request.file, ...(await openSnapshot(request.file))}
  const {openAws} = await import('../live/open-aws.ts')
  return {kind: 'aws', ...(await openAws(request, wanted, surroundings, ahead))}
}
