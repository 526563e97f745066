import {loadCatalog, type Catalog} from '../catalog/catalog.ts'
import {userError} from '../errors.ts'
import {Joiner} from '../join/join.ts'
import {openAws, type AwsRequest} from '../live/open-aws.ts'
import type {EventCounts} from '../live/snapshot/format.ts'
import {writeSnapshot} from '../live/snapshot/write.ts'
import {watch} from '../live/watch.ts'
import type {DeclaredObject} from '../live/wanted.ts'
import {compareGaps, type Gap} from '../model/gap.ts'
import type {ObjectType} from '../model/live.ts'
import {silentProgress} from '../model/progress.ts'
import type {KeptAnswers} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {takeDeclared} from './declared.ts'
import {objectTypes} from './narrowed.ts'

export interface SnapshotRequest {
  /** States narrow the snapshot to their types and regions; none is needed. */
  readonly states: readonly string[]
  /** Terraform or CloudFormation types; default: those of the states, else all that the catalogue knows. */
  readonly types: readonly string[]
  readonly aws: AwsRequest
  readonly file: string
}

export interface SnapshotResult {
  readonly file: string
  /** One account, or several separated by commas. */
  readonly account: string
  readonly accounts: readonly string[]
  /** Which readers answered, and why these. */
  readonly because: string
  readonly counts: EventCounts
  readonly gaps: readonly Gap[]
  /** What was taken from earlier runs, or could not be. */
  readonly kept?: KeptAnswers
}

/** The live side into a file, for any later scan. */
export async function takeSnapshot(request: SnapshotRequest, surroundings: Surroundings): Promise<SnapshotResult> {
  const {now, version, progress, signal} = surroundings
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const {gaps} = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  for (const type of request.types) await catalog.want(type)
  const declared = [...joiner.declaredObjects()]
  const types = wantedTypes(request, declared, catalog)
  const aws = await openAws(request.aws, {types, declared}, surroundings)
  const {name, accounts, because, locations, events} = aws
  progress.step(`reading ${name}`)
  const found = [...gaps]
  aws.watch?.((objects) => progress.advance(objects))
  const watched = watch(events, found, aws.watch ? silentProgress : progress)
  const origin = {createdAt: now.toISOString(), trueup: version, locations}
  const counts = await writeSnapshot(watched, request.file, origin, {signal}).finally(aws.end)
  await aws.done()
  const kept = aws.kept()
  return {
    file: request.file,
    account: accounts.join(', '),
    accounts,
    because,
    counts,
    gaps: found.toSorted(compareGaps),
    ...(kept && {kept}),
  }
}

function wantedTypes(
  {types, states}: SnapshotRequest,
  declared: readonly DeclaredObject[],
  catalog: Catalog,
): readonly ObjectType[] {
  if (types.length > 0) return types.map((type) => objectTypeOf(type, catalog))
  return states.length > 0 ? [...new Set(declared.map(({type}) => type))].toSorted() : objectTypes(catalog)
}

export function objectTypeOf(type: string, catalog: Catalog): ObjectType {
  const objectType = catalog.entry(type)?.objectType ?? (type.includes('::') ? type : undefined)
  if (objectType !== undefined) return objectType
  throw userError(
    'type-unknown',
    `no type ${type} is known`,
    'Name a Terraform type (aws_instance) or AWS::EC2::Instance',
  )
}
