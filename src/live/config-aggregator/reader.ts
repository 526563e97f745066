import {call, failureIn, type Failure} from '../../aws/call.ts'
import type {LiveEvent, LivePage, ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import type {Ability} from '../abilities.ts'
import {liveObjectOf, type ConfigItem} from '../config/item.ts'
import {columns, itemIn, pageSize} from '../config/query.ts'
import {supportedTypes} from '../config/recorder.ts'
import {configTypeOf, seesOf} from '../config/types.ts'
import {pagesFrom} from '../pages-from.ts'
import type {ObjectSource, ReadRequest, WantedType} from '../reader.ts'
import type {Aggregator} from './aggregator.ts'
import {aggregateCounts} from './counts.ts'

/** As many as an expression of 4,096 characters surely holds: no type that Config knows has a name of more than 80. */
export const typesPerQuery = 45

export interface AggregatorOptions {
  /** Nothing else reads the account: what the aggregator does not have is then told to be unknown, not left to the next reader. */
  readonly alone?: boolean
}

/**
 * An aggregator of AWS Config as a live source: one place to ask for many accounts and regions, without credentials for them. It does not
 * say what their recorders leave out. So it is believed in what it has, and never in what it lacks: a type of which nothing came, or
 * not all that is declared, is the next reader's, and a gap where there is none.
 */
export function aggregatorReader(aggregator: Aggregator, {alone = false}: AggregatorOptions = {}): ObjectSource {
  return {
    name: 'config-aggregator',
    ability: async ({type}, location) => abilityOf(aggregator, type, location),
    read: (request) => read(aggregator, request, alone),
    howMany: async (types, location, signal) => howMany(aggregator, types, location, signal),
  }
}

/** Undefined where its objects may not be counted; which region global objects count to is not documented. */
async function howMany(
  aggregator: Aggregator,
  types: readonly ObjectType[],
  location: Location,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (location.region === globalRegion) return undefined
  try {
    const counts = await aggregateCounts(aggregator, location, signal)
    if (counts.size === 0) return undefined
    return types.reduce((sum, type) => sum + (counts.get(configTypeOf(type)) ?? 0), 0)
  } catch (error) {
    failureIn(error)
    return undefined
  }
}

async function abilityOf(aggregator: Aggregator, type: string, location: Location): Promise<Ability> {
  const why = aggregator.covers(location)
  if (why) return {can: false, why}
  if (!(await supportedTypes()).has(configTypeOf(type))) {
    return {can: false, why: {reason: 'unsupported-type', detail: 'AWS Config does not record this type.'}}
  }
  return {can: true, because: `the aggregator ${aggregator.name} has what AWS Config recorded of it`}
}

async function* read(aggregator: Aggregator, request: ReadRequest, alone: boolean): AsyncGenerator<LivePage> {
  for (let start = 0; start < request.types.length; start += typesPerQuery) {
    yield* readGroup(aggregator, request.types.slice(start, start + typesPerQuery), request, alone)
  }
}

/** One query for all types of the group; where it fails for another reason than permissions, one for each half. */
async function* readGroup(
  aggregator: Aggregator,
  types: readonly WantedType[],
  request: ReadRequest,
  alone: boolean,
): AsyncGenerator<LivePage> {
  const heard = new Map(types.map((wanted) => [configTypeOf(wanted.type), new Heard(wanted, request.location)]))
  try {
    yield* pagesFrom(queriedItems(aggregator, [...heard.keys()], request), (items) =>
      items.flatMap((item) => heard.get(item.resourceType)?.take(item) ?? []),
    )
  } catch (error) {
    const failure = failureIn(error)
    if (types.length === 1 || failure.reason !== 'failed') {
      yield [...heard.values()].map((one) => one.gap(failure))
      return
    }
    const middle = Math.ceil(types.length / 2)
    yield* readGroup(aggregator, types.slice(0, middle), request, alone)
    yield* readGroup(aggregator, types.slice(middle), request, alone)
    return
  }
  yield [...heard.values()].flatMap((one) => one.end(aggregator.name, alone))
}

async function* queriedItems(
  {client, name}: Aggregator,
  configTypes: readonly string[],
  {location: {account, region}, signal}: ReadRequest,
): AsyncGenerator<readonly ConfigItem[]> {
  const {SelectAggregateResourceConfigCommand} = await import('@aws-sdk/client-config-service')
  const types = configTypes.map((type) => `'${type}'`).join(', ')
  const where = `accountId = '${account}' AND awsRegion = '${region}' AND resourceType IN (${types})`
  const query = {
    ConfigurationAggregatorName: name,
    Expression: `SELECT ${columns.join(', ')} WHERE ${where}`,
    Limit: pageSize,
  }
  const action = 'config:SelectAggregateResourceConfig'
  let token: string | undefined
  do {
    const page = new SelectAggregateResourceConfigCommand({
      ...query,
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const {Results: results = [], NextToken: next} = await call(action, () => client.send(page, {abortSignal: signal}))
    yield results.map((row) => itemIn(row, action))
    token = next
  } while (token)
}

/** What came of one type in one place. */
class Heard {
  readonly #wanted: WantedType
  readonly #location: Location
  readonly #missing: Set<string>
  readonly #unread: string[] = []
  #objects = 0

  constructor(wanted: WantedType, location: Location) {
    this.#wanted = wanted
    this.#location = location
    this.#missing = new Set(wanted.declaredIds)
  }

  take(item: ConfigItem): LiveEvent | undefined {
    const event = liveObjectOf(item, this.#location)
    if (event?.kind === 'gap') this.#unread.push(item.resourceId)
    if (event?.kind !== 'object') return undefined
    this.#objects += 1
    this.#missing.delete(event.object.id)
    return {kind: 'object', object: {...event.object, reader: 'config-aggregator'}}
  }

  end(name: string, alone: boolean): LivePage {
    const lacks = [...this.#missing, ...this.#unread]
    const unknown: Failure = {
      reason: 'not-recorded',
      detail: `The aggregator ${name} does not have ${this.#objects === 0 ? 'anything of this type' : 'these'} here, and does not say whether it is recorded.`,
    }
    if (this.#objects === 0 || (lacks.length > 0 && !alone)) {
      return [this.gap(unknown)]
    }
    const {type} = this.#wanted
    const sees = seesOf(configTypeOf(type))
    const scope = {type, location: this.#location, reader: 'config-aggregator', sees} as const
    return lacks.length === 0
      ? [{kind: 'scope', scope}]
      : [{kind: 'scope', scope: {...scope, unread: lacks}}, this.gap(unknown, lacks)]
  }

  gap(failure: Failure, ids = this.#wanted.declaredIds): LiveEvent {
    const hides = {count: ids.length, examples: ids.slice(0, 5)}
    return {kind: 'gap', gap: {...failure, type: this.#wanted.type, location: this.#location, hides}}
  }
}
