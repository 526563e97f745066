import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {BedrockClient, ListGuardrailsCommand} from '@aws-sdk/client-bedrock'
import {ConfigServiceClient} from '@aws-sdk/client-config-service'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {openTransport} from '../../src/aws/transport.ts'
import {startLoopback} from '../live/loopback.ts'

const region = 'eu-west-1'
const credentials = {accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret'}
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-found-'))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

async function configFile(text: string): Promise<void> {
  await writeFile(join(folder, 'config'), text)
}

describe('what environment and profile say', () => {
  test('is found once for all clients of a profile', async () => {
    await configFile('[profile prod]\nuse_fips_endpoint = true\nsdk_ua_app_id = audit\n')
    const transport = openTransport()
    const found = await transport.found('prod')
    expect(await transport.found('prod')).toBe(found)
    const {config} = new ConfigServiceClient({...transport.account()(), ...found, region, credentials})
    expect(await config.useFipsEndpoint()).toBe(true)
    expect(await config.useDualstackEndpoint()).toBe(false)
    expect(await config.userAgentAppId()).toBe('audit')
    expect(await (await transport.found()).useFipsEndpoint()).toBe(false)
  })

  test('is what a client finds by itself', async () => {
    await configFile('[default]\nuse_dualstack_endpoint = true\nauth_scheme_preference = sigv4a\n')
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true')
    const found = await openTransport().found()
    const {config} = new ConfigServiceClient({region, credentials})
    for (const name of ['useDualstackEndpoint', 'useFipsEndpoint', 'userAgentAppId', 'authSchemePreference'] as const) {
      expect(await found[name](), name).toEqual(await config[name]())
    }
  })
})

describe('endpoints', () => {
  test.each([
    ['in no file', undefined, true],
    ['nowhere in a file', '[default]\nregion = eu-west-1\n', true],
    ['in the profile', '[default]\nendpoint_url = https://config.example\n', false],
    [
      'for a service',
      '[default]\nservices = ours\n[services ours]\ns3 =\n  endpoint_url = https://s3.example\n',
      false,
    ],
  ])('%s', async (_, text, ignored) => {
    if (text !== undefined) await configFile(text)
    expect(await openTransport().found()).toMatchObject({ignoreConfiguredEndpointUrls: ignored})
  })

  test('in the environment, for one service', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_CONFIG_SERVICE', 'https://config.example')
    expect(await openTransport().found()).toMatchObject({ignoreConfiguredEndpointUrls: false})
  })
})

test('the token of one account is not used for another', async () => {
  await using aws = await startLoopback(() => [200, {guardrails: []}])
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'token-of-the-shell')
  const transport = openTransport()
  const settings = {...transport.account()(), ...(await transport.found())}
  await new BedrockClient({...settings, region, credentials}).send(new ListGuardrailsCommand({}))
  expect(aws.requests).toMatchObject([{accessKey: 'AKIDEXAMPLE', region}])
})
