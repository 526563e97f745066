import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import {alwaysOnRegions, looksLikeRegion} from '../model/region-names.ts'
import type {LiveRequest} from '../pipeline/live.ts'
import type {ProjectFile} from '../pipeline/project/schema.ts'
import {liveFlags} from './flags.ts'

type AwsRequest = Omit<Extract<LiveRequest, {readonly kind: 'aws'}>, 'kind'>

/** The flags that say how to reach AWS, for commands that do. */
export const awsFlags = {
  live: liveFlags.live,
  region: liveFlags.region,
  profile: liveFlags.profile,
  role: liveFlags.role,
  'external-id': liveFlags['external-id'],
  'session-name': liveFlags['session-name'],
  account: liveFlags.account,
  organization: liveFlags.organization,
  'organizational-unit': liveFlags['organizational-unit'],
  'exclude-account': liveFlags['exclude-account'],
  aggregator: liveFlags.aggregator,
}

export interface AwsFlags {
  readonly live: AwsRequest['choice']
  readonly region?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
  readonly 'session-name'?: string | undefined
  readonly account?: readonly string[] | undefined
  readonly organization?: boolean | undefined
  readonly 'organizational-unit'?: readonly string[] | undefined
  readonly 'exclude-account'?: readonly string[] | undefined
  readonly resume?: boolean | undefined
  readonly cache?: number | undefined
  readonly aggregator?: string | undefined
}

/**
 * @param project for how single accounts are reached, which no flag can say
 * @throws TrueupError `account-invalid`, `region-invalid`, `session-name-invalid`
 */
export function awsRequestOf(flags: AwsFlags, project?: ProjectFile): AwsRequest {
  const {account: accounts, 'exclude-account': excluded, 'organizational-unit': units = []} = flags
  for (const account of [...(accounts ?? []), ...(excluded ?? [])]) checkAccount(account)
  for (const region of flags.region ?? []) checkRegion(region)
  if (flags['session-name'] !== undefined) checkSessionName(flags['session-name'])
  const more = {
    profile: flags.profile,
    roles: flags.role,
    externalId: flags['external-id'],
    sessionName: flags['session-name'],
    accounts,
    excluded,
    aggregator: flags.aggregator,
    organization: flags.organization || units.length > 0 ? {units} : undefined,
    overrides: overridesOf(project, accounts),
    resume: flags.resume,
    cacheMs: flags.cache,
  }
  return {choice: flags.live, regions: flags.region ?? [], ...withoutUndefined(more)}
}

function checkAccount(account: string): void {
  if (/^\d{12}$/.test(account)) return
  throw userError('account-invalid', `${JSON.stringify(account)} is no account`, 'An account id has twelve digits.')
}

/** What is made like a region, AWS is asked about. */
function checkRegion(region: string): void {
  if (region === 'all' || looksLikeRegion(region)) return
  const guess = closest(region.toLowerCase(), alwaysOnRegions)
  throw userError(
    'region-invalid',
    `--region ${JSON.stringify(region)} is no region`,
    guess === undefined ? 'Write it as eu-central-1; repeat --region for several' : `Did you mean --region ${guess}?`,
  )
}

/** As STS takes it: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function checkSessionName(name: string): void {
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return
  throw userError(
    'session-name-invalid',
    `--session-name ${JSON.stringify(name)} is none that AWS takes`,
    'Write 2 to 64 letters, digits or characters of +=,.@-_',
  )
}

/** Of the accounts that are read: the flags may have named others than the file. */
function overridesOf({accounts = []}: ProjectFile = {}, asked: readonly string[] = []): AwsRequest['overrides'] {
  const entries = accounts.flatMap((entry) => {
    if (typeof entry === 'string' || !asked.includes(entry.id)) return []
    const {id, profile, role, roles = role === undefined ? undefined : [role], external_id: externalId} = entry
    return [[id, withoutUndefined({profile, roles, externalId})] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

type Defined<T> = {readonly [Key in keyof T]?: Exclude<T[Key], undefined>}

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>
}
