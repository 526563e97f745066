import type {S3Client, S3ClientConfig} from '@aws-sdk/client-s3'

import {awsErrorKind, awsErrorName, withoutRequest} from '../aws/aws-error.ts'
import {grantFor} from '../aws/grant.ts'
import {credentialsOf} from '../aws/session.ts'
import {sessionError} from '../aws/session-error.ts'
import type {StoredState} from '../model/stored-state.ts'
import type {StateAccess} from './access.ts'
import {matcherOf} from './matcher.ts'
import {defaultWorkspace, required, setting, type BackendSettings} from './settings.ts'
import {storeError} from './store-errors.ts'

interface Place {
  readonly bucket: string
  readonly key: string
  readonly versionId?: string
  readonly region?: string
  /** What the backend says of the client: endpoint, credentials, encryption. */
  readonly settings?: BackendSettings
}

/**
 * States in S3 by URL: `s3://BUCKET/KEY`, with `?versionId=` for an older version and `?region=` where the bucket's is not that of the
 * credentials; a key that ends in `/` names all `*.tfstate` below, and a glob all that match.
 */
export async function s3StatesAt(url: URL, access: StateAccess, signal?: AbortSignal): Promise<readonly StoredState[]> {
  const bucket = url.hostname
  const key = decodeURIComponent(url.pathname.slice(1))
  const [versionId, region] = [url.searchParams.get('versionId'), url.searchParams.get('region')]
  if (bucket === '' || (key === '' && !url.pathname.endsWith('/'))) {
    throw storeError('state-url-invalid', `s3://${bucket}/${key}`, 'names no bucket and key')
  }
  const place = {bucket, key, ...(versionId === null ? {} : {versionId}), ...(region === null ? {} : {region})}
  const matches = matcherOf(key)
  if (!matches) return [stateAt(place, access)]
  const client = await clientOf(place, access)
  const keys = await listedKeys(client, {bucket, prefix: matches.prefix, profile: profileOf(undefined, access)}, signal)
  const found = keys.filter((name) => matches.test(name)).toSorted()
  if (found.length === 0) throw storeError('state-store-missing', nameOf(place), 'matches no object')
  return found.map((name) => stateAt({...place, key: name}, access))
}

/** The state of a `backend "s3"` block: https://developer.hashicorp.com/terraform/language/backend/s3 */
export function s3StateOf(settings: BackendSettings, access: StateAccess): StoredState {
  const {AWS_REGION, AWS_DEFAULT_REGION} = access.environment
  const region = setting(settings, 'region') ?? AWS_REGION ?? AWS_DEFAULT_REGION
  const key = required(settings, 'key').replace(/^\//, '')
  const prefix = setting(settings, 'workspace_key_prefix') ?? 'env:'
  const {workspace} = settings
  const place = {
    bucket: required(settings, 'bucket'),
    key: workspace === defaultWorkspace ? key : `${prefix}/${workspace}/${key}`,
    ...(region === undefined ? {} : {region}),
    settings,
  }
  return stateAt(place, access)
}

function stateAt(place: Place, access: StateAccess): StoredState {
  const keys = new Set(writingKey(place.settings))
  const onKey = (key: string) => void keys.add(key)
  return {name: nameOf(place), kmsKeys: () => [...keys], open: (signal) => read(place, {access, onKey}, signal)}
}

/**
 * What Terraform encrypts the next version with, which may be another key than that of the present one
 * (https://developer.hashicorp.com/terraform/language/backend/s3#s3-state-storage).
 */
function writingKey(settings: BackendSettings | undefined): readonly string[] {
  const key = settings && setting(settings, 'encrypt') === 'true' ? setting(settings, 'kms_key_id') : undefined
  return key === undefined || key.includes('${') ? [] : [key]
}

function nameOf({bucket, key, versionId}: Place): string {
  return `s3://${bucket}/${key}${versionId === undefined ? '' : `?versionId=${versionId}`}`
}

interface Reading {
  readonly access: StateAccess
  /** Told of the KMS key that S3 decrypts with. */
  readonly onKey: (key: string) => void
}

async function* read(
  place: Place,
  {access, onKey}: Reading,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const {GetObjectCommand} = await import('@aws-sdk/client-s3')
  const {bucket, key, versionId, settings} = place
  const customerKey = settings && setting(settings, 'sse_customer_key')
  const encryption = customerKey === undefined ? {} : {SSECustomerAlgorithm: 'AES256', SSECustomerKey: customerKey}
  const version = versionId === undefined ? {} : {VersionId: versionId}
  try {
    const client = await clientOf(place, access)
    const command = new GetObjectCommand({Bucket: bucket, Key: key, ...version, ...encryption})
    const {Body: body, SSEKMSKeyId: kmsKey} = await client.send(command, signal ? {abortSignal: signal} : {})
    if (kmsKey !== undefined) onKey(kmsKey)
    // In Node a stream of bytes; the SDK's type also covers browsers.
    yield* body as AsyncIterable<Uint8Array>
  } catch (error) {
    signal?.throwIfAborted()
    throw s3Error(nameOf(place), {action: 's3:GetObject', profile: profileOf(settings, access)}, error)
  }
}

async function listedKeys(
  client: S3Client,
  {bucket, prefix, profile}: {readonly bucket: string; readonly prefix: string; readonly profile: string | undefined},
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const {paginateListObjectsV2} = await import('@aws-sdk/client-s3')
  const keys: string[] = []
  try {
    const options = signal ? {abortSignal: signal} : {}
    for await (const {Contents: contents = []} of paginateListObjectsV2(
      {client},
      {Bucket: bucket, Prefix: prefix},
      options,
    )) {
      keys.push(...contents.flatMap(({Key: key}) => (key === undefined ? [] : [key])))
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw s3Error(`s3://${bucket}/${prefix}`, {action: 's3:ListBucket', profile}, error)
  }
  return keys
}

/** Flags win over what the backend says. */
async function clientOf({region, settings}: Place, access: StateAccess): Promise<S3Client> {
  const {S3Client} = await import('@aws-sdk/client-s3')
  const said = settings ? clientSettings(settings) : {}
  const roles = access.roles ?? said.roles
  const externalId = access.externalId ?? (access.roles === undefined ? said.externalId : undefined)
  const profile = profileOf(settings, access)
  const where = access.region ?? region
  const credentials =
    access.profile === undefined && access.roles === undefined && said.keys
      ? said.keys
      : await credentialsOf({
          ...(profile === undefined ? {} : {profile}),
          ...(roles === undefined ? {} : {roles}),
          ...(externalId === undefined ? {} : {externalId}),
          region: where ?? 'us-east-1',
        })
  return new S3Client({
    credentials,
    region: where ?? 'us-east-1',
    followRegionRedirects: true,
    ...(said.endpoint === undefined ? {} : {endpoint: said.endpoint}),
    ...(said.forcePathStyle || access.environment['AWS_S3_USE_PATH_STYLE'] === 'true' ? {forcePathStyle: true} : {}),
  })
}

function profileOf(settings: BackendSettings | undefined, access: StateAccess): string | undefined {
  return access.profile ?? (settings && clientSettings(settings).profile) ?? access.usualProfile
}

interface SaidOfClient {
  readonly endpoint?: string
  readonly forcePathStyle?: boolean
  readonly profile?: string
  readonly roles?: readonly string[]
  readonly externalId?: string
  readonly keys?: NonNullable<S3ClientConfig['credentials']>
}

function clientSettings(settings: BackendSettings): SaidOfClient {
  const at = (...paths: readonly string[]) => paths.map((path) => setting(settings, path)).find(Boolean)
  const endpoint = at('endpoints.s3', 'endpoint')
  const profile = at('profile')
  const role = at('assume_role.role_arn', 'role_arn')
  const externalId = at('assume_role.external_id', 'external_id')
  const [accessKeyId, secretAccessKey, sessionToken] = [at('access_key'), at('secret_key'), at('token')]
  return {
    ...(endpoint === undefined ? {} : {endpoint}),
    forcePathStyle: at('use_path_style', 'force_path_style') === 'true',
    ...(profile === undefined ? {} : {profile}),
    ...(role === undefined ? {} : {roles: [role]}),
    ...(externalId === undefined ? {} : {externalId}),
    ...(accessKeyId && secretAccessKey && role === undefined
      ? {keys: {accessKeyId, secretAccessKey, ...(sessionToken ? {sessionToken} : {})}}
      : {}),
  }
}

const absent = new Set(['NoSuchKey', 'NoSuchBucket', 'NoSuchVersion', 'NotFound'])

interface Asked {
  readonly action: string
  /** Whose credentials were asked with; none for those of the environment. */
  readonly profile: string | undefined
}

/** S3 decrypts in the name of who reads (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html). */
const decrypting = /perform:?\s+kms:Decrypt\b/

/** S3 denies what does not exist where listing is not allowed; the hint is the same. */
function s3Error(name: string, {action, profile}: Asked, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const cause = withoutRequest(error)
  if (absent.has(error.name)) return storeError('state-store-missing', name, `does not exist (${error.name})`, cause)
  if (error.name === 'CredentialsProviderError') {
    const why = sessionError(error, profile === undefined ? {} : {profile})
    return storeError('state-store-denied', name, `may not be read. ${why instanceof Error ? why.message : ''}`, cause)
  }
  const kind = awsErrorKind(error)
  if (kind === undefined) return error
  const grant = grantFor(action, error)
  if (kind === 'denied' && decrypting.test(error.message)) {
    const key = grant === undefined || grant.Resource === '*' ? '' : ` on ${grant.Resource}`
    const problem = `is encrypted with a KMS key: kms:Decrypt${key} ended in ${awsErrorName(error)}`
    return storeError('state-store-key-denied', name, problem, cause)
  }
  const isDenied = ['denied', 'expired', 'unknown-credentials'].includes(kind)
  return isDenied
    ? storeError(
        'state-store-denied',
        name,
        `may not be read: ${grant?.Action ?? action} ended in ${awsErrorName(error)}`,
        cause,
      )
    : storeError('state-store-failed', name, `could not be read: ${awsErrorName(error)}`, cause)
}
