import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {castOf, type Cast} from './cast.ts'
import {Copies} from './copies.ts'
import type {Spot} from './template.ts'
import {nobody, type Account, type Population, type World} from './world.ts'

/** What there is in a world, and how it differs from what is declared. Equal requests make equal worlds. */
export interface ScenarioRequest {
  readonly seed: number
  /** Default: `aws`; the regions have to be of it. */
  readonly partition?: 'aws' | 'aws-cn' | 'aws-us-gov'
  readonly accounts: number
  readonly regions: readonly string[]
  /** Objects in each region of each account, about. */
  readonly perPlace: number
  /** Folders of `fixtures/types` that are copied; default: a mix of a dozen. */
  readonly fixtures?: readonly string[]
  /** The same of global types; default: two, or none where `fixtures` names others. */
  readonly globalFixtures?: readonly string[]
  /** What accounts have of roles, regions, Config and Resource Explorer, and where they are, in their order; default: a role and recorders. */
  readonly equipment?: readonly Equipment[]
  /** Share of the objects that were changed outside Terraform. */
  readonly drifted?: number
  /** Share of the declared objects that are gone. */
  readonly missing?: number
  /** Copies of the cast in each place that nobody declared. */
  readonly unmanaged?: number
}

export type Equipment = Partial<Omit<Account, 'id' | 'name'>>

export interface Scenario {
  readonly world: World
  readonly places: readonly Omit<Spot, 'copy'>[]
  /** How many objects are declared in all. */
  readonly declared: number
  /** Declared objects that were changed, and that are gone, by identifier. */
  differences(): {readonly drifted: readonly string[]; readonly missing: readonly string[]}
  /** The state of one place, a piece at a time. */
  state(place: Omit<Spot, 'copy'>): Generator<string>
}

/** All kept by Config, with tags or without, documents of both shapes, one page or many. */
const mix = [
  'aws_sqs_queue',
  'aws_sns_topic',
  'aws_subnet',
  'aws_security_group',
  'aws_flow_log',
  'aws_internet_gateway',
  'aws_cloudwatch_metric_alarm',
  'aws_db_subnet_group',
  'aws_ec2_host',
  'aws_vpn_gateway',
]
const globalMix = ['aws_iam_policy', 'aws_iam_openid_connect_provider']

/** The commonest types, all of whose services the double speaks for; Config does not keep every one of them. */
export const commonest = {
  fixtures: [
    ...mix,
    'aws_cloudwatch_log_group',
    'aws_db_instance',
    'aws_dynamodb_table',
    'aws_ebs_volume',
    'aws_ec2_capacity_block_reservation',
    'aws_ec2_capacity_reservation',
    'aws_instance',
    'aws_lambda_function',
    'aws_vpc',
    'double/buckets',
  ],
  globalFixtures: [...globalMix, 'aws_iam_role'],
} as const satisfies Partial<ScenarioRequest>

const readerRole = 'reader'

export async function scenarioOf(request: ScenarioRequest): Promise<Scenario> {
  const {partition = 'aws', accounts: number, regions, perPlace, unmanaged = 0} = request
  const cast = await castOf(request.fixtures ?? mix)
  const global = await castOf(request.globalFixtures ?? (request.fixtures ? [] : globalMix))
  const accounts = Array.from({length: number}, (_, index): Account => {
    const id = String(111_100_000_000 + index * 1_000_001)
    return {id, name: `team-${index}`, roles: [readerRole], ...request.equipment?.[index]}
  })
  const known = new Set(accounts.map(({id}) => id))
  const copies = Math.max(1, Math.round(perPlace / cast.objects.length))
  const populations = new Map<string, Population>()
  const population = (account: string, region: string): Population => {
    const key = `${account} ${region}`
    const isGlobal = region === 'global'
    const of = isGlobal ? global : cast
    const made =
      populations.get(key) ?? new Copies(of, {partition, account, region}, (isGlobal ? 1 : copies) + unmanaged, request)
    populations.set(key, made)
    return known.has(account) && (isGlobal || regions.includes(region)) ? made : nobody
  }
  const placesOf = ({id: account}: Account): readonly Omit<Spot, 'copy'>[] =>
    [...regions, ...(global.objects.length > 0 ? ['global'] : [])].map((region) => ({partition, account, region}))
  return {
    world: {partition, management: accounts[0]?.id ?? '', accounts, regions, population},
    places: accounts.flatMap(placesOf),
    declared: accounts.length * (regions.length * copies * cast.objects.length + global.objects.length),
    differences: () =>
      differencesIn(accounts.flatMap(placesOf).map(({account, region}) => population(account, region))),
    state: (place) => stateOf(place.region === 'global' ? global : cast, place, place.region === 'global' ? 1 : copies),
  }
}

function differencesIn(populations: readonly Population[]): ReturnType<Scenario['differences']> {
  const objects = populations.flatMap((one) =>
    one.types.flatMap((type) => Array.from({length: one.count(type)}, (_, index) => one.at(type, index))),
  )
  return {
    drifted: objects.filter(({drifted, gone}) => drifted && !gone).map(({id}) => id),
    missing: objects.filter(({gone}) => gone).map(({id}) => id),
  }
}

/** One file for each place. */
export async function writeStates(scenario: Scenario, folder: string): Promise<readonly string[]> {
  await mkdir(folder, {recursive: true})
  return Promise.all(
    scenario.places.map(async (place) => {
      const file = join(folder, `${place.account}-${place.region}.tfstate`)
      await writeFile(file, scenario.state(place))
      return file
    }),
  )
}

function* stateOf({resources}: Cast, place: Omit<Spot, 'copy'>, copies: number): Generator<string> {
  yield `{"version":4,"terraform_version":"1.11.0","serial":1,"lineage":"${place.account}-${place.region}","outputs":{},"resources":[\n`
  for (let copy = 0; copy < copies; copy++) {
    for (const [index, resource] of resources.entries()) {
      yield (copy + index === 0 ? '' : ',\n') + resource.at({...place, copy})
    }
  }
  yield '\n]}\n'
}
