import {policiesOf, type IamPolicy, type IamStatement} from '../aws/iam-policy.ts'
import {permissions, writes, type PermissionUser} from '../aws/permissions.ts'
import {serviceActions} from '../aws/service-actions.ts'
import {roleArn} from '../aws/role-template.ts'
import {handlerActions} from '../catalog/describe.ts'
import {loadCatalog} from '../catalog/catalog.ts'
import {Joiner} from '../join/join.ts'
import type {LiveChoice} from '../live/abilities.ts'
import {serviceTypes} from '../live/service/index.ts'
import type {ObjectType} from '../model/live.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {selectionOf} from '../select/selection.ts'
import {takeDeclared} from './declared.ts'
import {takeCode, type CodeRequest} from './code.ts'
import {narrowedBy, wantedFrom} from './narrowed.ts'
import {FoundStates} from './found-states.ts'
import {keyArns, permissionNotes} from './permission-notes.ts'
import {purposes, type Purpose} from './purposes.ts'
import {objectTypeOf} from './snapshot.ts'

export type {IamPolicy}

/** What is to be allowed. */
export interface PermissionRequest {
  readonly purposes: readonly Purpose[]
  readonly choice: LiveChoice
  /** What is declared, and with it what Cloud Control needs underneath. */
  readonly states: readonly string[]
  readonly code?: CodeRequest | undefined
  /** What a scan looks at, as its flags say; default: besides what is declared, everything that nobody declares. */
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  /** These and what is declared, and nothing besides. */
  readonly types: readonly string[]
  /** The roles that the run assumes, as `--role` takes them. */
  readonly roles: readonly string[]
  /** Whether the accounts are asked of AWS Organizations. */
  readonly organization: boolean
  readonly externalId?: string
  /** `s3://BUCKET/PREFIX` of the history, where that is what the run is for. */
  readonly history?: string
  /** ARN of who assumes the role: account, user or role. */
  readonly trusted?: string
}

export interface PermissionPlan {
  /** For the identity, or the role, that reads AWS, in each account that is read. */
  readonly reader: readonly IamPolicy[]
  /** For who starts the run, where that is not who reads. */
  readonly caller: readonly IamPolicy[]
  /** Who may assume the role that reads; absent where nobody was named. */
  readonly trust?: object
  /** What the policies lack, since nobody here knows it. */
  readonly notes: readonly string[]
}

/** The least that a run of this scope takes; grouped by who needs it. */
export async function planPermissions(request: PermissionRequest, surroundings: Surroundings): Promise<PermissionPlan> {
  const found = new FoundStates(surroundings.findStored)
  const types = await typesOf(request, {
    ...surroundings,
    ...(found.findStored && {findStored: found.findStored}),
  })
  const users = request.purposes.flatMap((purpose): readonly PermissionUser[] => purposes[purpose])
  const own = await Promise.all(users.map((user) => statementFor(user, types, request.choice)))
  const statements = own.map((one, at) =>
    one && ofHistory.has(users[at] ?? '') ? inBucket(one, request.history) : one,
  )
  const needed = statements.filter((one) => one !== undefined)
  const fallback = users.includes('cloud-control') ? await fallbackStatement(types, request.choice, needed) : undefined
  const caller = callerStatements(request, found)
  const trust = trustOf(request)
  return {
    reader: policiesOf(needed, fallback ? [fallback] : []),
    caller: policiesOf(caller),
    ...(trust && {trust}),
    notes: permissionNotes(request, found.all()),
  }
}

const ofHistory: ReadonlySet<string> = new Set<PermissionUser>(['history', 'history-prune'])

/** What keeps runs needs nothing outside their bucket. */
function inBucket(one: IamStatement, place: string | undefined): IamStatement {
  const path = /^s3:\/\/([^/]+.*)$/.exec(place ?? '')?.[1]
  return path === undefined ? one : {...one, Resource: bucketArns([`${path.replace(/\/+$/, '')}/`])}
}

interface Types {
  readonly types: ReadonlySet<ObjectType>
  /** States that nobody named may declare any type. */
  readonly isAll: boolean
}

async function typesOf(request: PermissionRequest, surroundings: Surroundings): Promise<Types> {
  const {states, code, only, skip, types} = request
  const catalog = await loadCatalog()
  for (const type of types) await catalog.want(type)
  const selection = selectionOf(only, skip)
  const narrowed = narrowedBy({selection}, catalog)
  const joiner = new Joiner(catalog)
  if (states.length > 0) await takeDeclared(states, {joiner, catalog, narrowed}, surroundings)
  const configured = code ? (await takeCode(code, {joiner, catalog}, surroundings)).configured : []
  const wanted = wantedFrom(joiner, catalog, narrowed)
  const looksAt = [
    ...configured.flatMap(({type, address}) => {
      const objectType = catalog.entry(type)?.objectType
      return objectType !== undefined && selection?.takes([type, address, objectType]) !== false ? [objectType] : []
    }),
    ...types.map((type) => objectTypeOf(type, catalog)),
    ...[...wanted.declared].map(({type}) => type),
    ...(types.length === 0 ? wanted.types : []),
  ]
  return {types: new Set(looksAt), isAll: states.length === 0 && types.length === 0 && !code && !narrowed}
}

const readersOf: Readonly<Record<LiveChoice, readonly PermissionUser[]>> = {
  auto: ['config', 'service', 'cloud-control', 'resource-explorer'],
  config: ['config'],
  service: ['service'],
  'cloud-control': ['cloud-control'],
}

const objectReaders: ReadonlySet<PermissionUser> = new Set(readersOf.auto)

async function statementFor(user: PermissionUser, types: Types, choice: LiveChoice): Promise<IamStatement | undefined> {
  if (objectReaders.has(user) && !readersOf[choice].some((reader) => reader === user)) return undefined
  const own = actionsOf(user)
  if (user === 'service')
    return statement(
      user,
      own.filter((action) => isOfTypes(action, types)),
    )
  if (user !== 'cloud-control') return statement(user, own)
  const left = [...types.types].filter((type) => choice === 'cloud-control' || !serviceTypes.has(type))
  const underneath = types.isAll && choice === 'cloud-control' ? [] : await actionsUnderneath(left)
  return !types.isAll && underneath.length === 0 ? undefined : statement(user, [...own, ...underneath])
}

/**
 * What `auto` calls where a service does not answer for a type that it has an API for: Cloud Control is asked then. Without it such a type
 * is a gap.
 */
async function fallbackStatement(
  {types}: Types,
  choice: LiveChoice,
  others: readonly IamStatement[],
): Promise<IamStatement | undefined> {
  if (choice !== 'auto') return undefined
  const underneath = await actionsUnderneath([...types].filter((type) => serviceTypes.has(type)))
  const granted = new Set(others.flatMap(({Action: actions}) => actions))
  const more = [...actionsOf('cloud-control'), ...underneath].filter((action) => !granted.has(action))
  return underneath.length === 0 ? undefined : statement('cloud-control-fallback', more)
}

function actionsOf(user: PermissionUser): readonly string[] {
  return [...permissions, ...writes].filter(({by}) => by === user).map(({action}) => action)
}

function statement(
  user: PermissionUser | 'cloud-control-fallback',
  actions: readonly string[],
): IamStatement | undefined {
  if (actions.length === 0) return undefined
  const words = user.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  // None of what reads a whole account can be granted for single resources.
  return {
    Sid: `Trueup${words.join('')}`,
    Effect: 'Allow',
    Action: [...new Set(actions)].toSorted(byText),
    Resource: '*',
  }
}

function isOfTypes(action: string, {types, isAll}: Types): boolean {
  return isAll || [...types].some((type) => serviceActions[type]?.includes(action))
}

/**
 * Cloud Control calls the service with the permissions of who calls it. What that takes for all types that there are would fill dozens
 * of policies, so it is asked for types alone that are known to be looked at.
 */
async function actionsUnderneath(types: readonly ObjectType[]): Promise<readonly string[]> {
  const actions = (await Promise.all(types.map(handlerActions))).flat()
  // IAM does not mind the case of a prefix, but people do.
  return actions.map((action) => action.replace(/^[^:]+/, (prefix) => prefix.toLowerCase()))
}

/** What is done with the credentials that a run starts with, before it assumes a role. */
function callerStatements(
  {roles, organization, states}: PermissionRequest,
  found: FoundStates,
): readonly IamStatement[] {
  const assumed = roles.map((role) => roleArn(role, {partition: 'aws', account: anyAccount}))
  // What code keeps is only known by its URL once it was found.
  const urls = states.flatMap((state) =>
    state.startsWith('backend:') ? found.at(state).map(({name}) => name) : [state],
  )
  const inS3 = urls.flatMap((url) => {
    const [, path, query] = /^s3:\/\/([^/]+\/[^?]*)(?:\?(.*))?$/.exec(url) ?? []
    return path === undefined ? [] : [{path, isVersion: new URLSearchParams(query).has('versionId')}]
  })
  const versions = inS3.filter(({isVersion}) => isVersion)
  return [
    ...(roles.length === 0
      ? []
      : [
          {
            Sid: 'TrueupRoles',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Resource: assumed.map((arn) => arn.replace(anyAccount, '*')),
          } as const,
        ]),
    ...(organization ? [...allOf('organization'), ...allOf('config-aggregator')] : []),
    ...onlyOf('state-store', bucketArns(inS3.map(({path}) => path))),
    ...onlyOf(
      'state-version',
      versions.map(({path}) => `arn:aws:s3:::${path}`),
    ),
    ...onlyOf('state-key', keyArns(found.all())),
  ]
}

function onlyOf(user: PermissionUser, arns: readonly string[]): readonly IamStatement[] {
  const resources = [...new Set(arns)].toSorted(byText)
  return resources.length === 0 ? [] : allOf(user).map((one) => ({...one, Resource: resources}))
}

function allOf(user: PermissionUser): readonly IamStatement[] {
  const all = statement(user, actionsOf(user))
  return all ? [all] : []
}

/** Passes for an account where one is demanded. */
const anyAccount = '000000000000'

function bucketArns(paths: readonly string[]): readonly string[] {
  const arns = paths.flatMap((path) => [
    `arn:aws:s3:::${path.split('/')[0]}`,
    `arn:aws:s3:::${path.replace(/\/$/, '/*')}`,
  ])
  return [...new Set(arns)].toSorted(byText)
}

function trustOf({trusted, externalId}: PermissionRequest): object | undefined {
  if (trusted === undefined) return undefined
  const condition = externalId === undefined ? {} : {Condition: {StringEquals: {'sts:ExternalId': externalId}}}
  return {
    Version: '2012-10-17',
    Statement: [
      {Sid: 'TrueupCaller', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {AWS: trusted}, ...condition},
    ],
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
