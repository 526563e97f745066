import type {GrowingCatalog} from '../catalog/catalog.ts'
import {LiveIndex} from '../join/live-index.ts'
import {openAws, type AwsRequest, type AwsSide} from '../live/open-aws.ts'
import {readerShares} from '../join/reader-shares.ts'
import {openSnapshot} from '../live/snapshot/read.ts'
import type {Wanted} from '../live/wanted.ts'
import type {LiveEvent} from '../model/live.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'

/** Where the live side comes from. */
export type LiveRequest = {readonly kind: 'snapshot'; readonly file: string} | ({readonly kind: 'aws'} & AwsRequest)

interface Live {
  readonly index: LiveIndex
  readonly input: ReportInputs['live']
  readonly sessionOf?: AwsSide['sessionOf']
  readonly reread?: AwsSide['reread']
}

export async function takeLive(
  request: LiveRequest,
  wanted: Wanted,
  catalog: GrowingCatalog,
  surroundings: Surroundings,
): Promise<Live> {
  const {progress} = surroundings
  const {kind, name, events, kept, sessionOf, reread} = await openLive(request, wanted, surroundings)
  progress.step(`reading ${name}`)
  const index = new LiveIndex()
  for await (const event of events) {
    if (event.kind === 'object') await catalog.want(event.object.type)
    index.add(event)
    progress.advance(index.count)
  }
  const earlier = kept?.()
  const input = {
    kind,
    name,
    objects: index.count,
    ...index.span,
    readers: readerShares(index),
    ...(earlier && {kept: earlier}),
  }
  return {index, input, ...(sessionOf && {sessionOf}), ...(reread && {reread})}
}

interface OpenLive {
  readonly kind: LiveRequest['kind']
  readonly name: string
  readonly events: AsyncIterable<LiveEvent>
  readonly sessionOf?: AwsSide['sessionOf']
  readonly reread?: AwsSide['reread']
  readonly kept?: () => ReportInputs['live']['kept']
}

async function openLive(request: LiveRequest, wanted: Wanted, surroundings: Surroundings): Promise<OpenLive> {
  if (request.kind === 'snapshot') return {kind: 'snapshot', name: request.file, ...(await openSnapshot(request.file))}
  return {kind: 'aws', ...(await openAws(request, wanted, surroundings))}
}
