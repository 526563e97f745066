import {describe, expect, test, vi} from 'vitest'

import {failureOf, find, found, notThere, sandbox, state, textOf, write} from './sandbox.ts'
import {startStore, type StoreAnswer} from './store-loopback.ts'

const here = sandbox()

describe('HTTP', () => {
  test('headers and basic authentication are sent, and never named', async () => {
    await using store = await startStore(() => found)
    const {host} = new URL(store.url)
    const headers = {'private-token': 'glpat-secret'}
    const [stored] = await find(`http://me:pw@${host}/state/prod?token=abc`, {headers})
    expect(stored?.name).toBe(`http://${host}/state/prod`)
    expect(await textOf(stored)).toBe(state)
    const [request] = store.requests
    expect(request?.headers).toMatchObject({...headers, authorization: `Basic ${btoa('me:pw')}`})
    expect(request?.query.get('token')).toBe('abc')
  })

  test('a server that fails is asked again, one that denies is not', async () => {
    await using store = await startStore((_, count) => (count < 3 ? {status: 503} : found))
    expect(await textOf((await find(`${store.url}/state`))[0])).toBe(state)
    expect(store.requests).toHaveLength(3)
    await using closed = await startStore(() => ({status: 401}))
    const error = await failureOf(textOf((await find(`${closed.url}/state`))[0]))
    expect(error).toMatchObject({code: 'state-store-denied', message: `${closed.url}/state may not be read (HTTP 401)`})
    expect(closed.requests).toHaveLength(1)
  })

  test('the backend of code, with the variables that Terraform takes', async () => {
    await using store = await startStore(() => found)
    await write(here.path, {'main.tf': 'terraform {\n  backend "http" {}\n}'})
    const environment = {TF_HTTP_ADDRESS: `${store.url}/s`, TF_HTTP_USERNAME: 'me', TF_HTTP_PASSWORD: 'pw'}
    expect(await textOf((await find(`backend:${here.path}`, {environment}))[0])).toBe(state)
    expect(store.requests[0]?.headers['authorization']).toBe(`Basic ${btoa('me:pw')}`)
  })

  test('nobody there', async () => {
    const store = await startStore(() => found)
    await store[Symbol.asyncDispose]()
    const error = await failureOf(textOf((await find(`${store.url}/state`))[0]))
    expect(error).toMatchObject({
      code: 'state-store-failed',
      message: `${store.url}/state could not be read: ECONNREFUSED`,
    })
  })
})

describe('HCP Terraform and what speaks like it', () => {
  const answers: Readonly<Record<string, object>> = {
    '/.well-known/terraform.json': {'tfe.v2': '/api/v2/'},
    '/api/v2/organizations/acme/workspaces/net-blue': {data: {id: 'ws-1'}},
    '/api/v2/workspaces/ws-1/current-state-version': {
      data: {attributes: {'hosted-state-download-url': '/download/sv-1'}},
    },
    '/download/sv-1': JSON.parse(state),
  }
  const answer = ({path}: {readonly path: string}): StoreAnswer =>
    answers[path] ? {status: 200, type: 'application/json', body: JSON.stringify(answers[path])} : notThere

  test('a workspace by URL, with the token that terraform login wrote down', async () => {
    await using store = await startStore(answer)
    const {host} = new URL(store.url)
    const credentials = {credentials: {[host]: {token: 'secret-token'}}}
    await write(here.path, {'.terraform.d/credentials.tfrc.json': JSON.stringify(credentials)})
    const [stored] = await find(`tfe://${host}/acme/net-blue`, {home: here.path})
    expect(stored?.name).toBe(`tfe://${host}/acme/net-blue`)
    expect(await textOf(stored)).toBe(state)
    expect(store.requests.map(({headers}) => headers['authorization'])).toEqual(Array(4).fill('Bearer secret-token'))
  })

  test('the cloud block of code, by prefix and workspace', async () => {
    await using store = await startStore(answer)
    const {host} = new URL(store.url)
    await write(here.path, {
      'main.tf': `terraform {
        backend "remote" {
          hostname     = "${host}"
          organization = "acme"
          workspaces { prefix = "net-" }
        }
      }`,
      '.terraform/environment': 'blue',
    })
    const token = {[`TF_TOKEN_${host.replaceAll(/[.:]/g, '_')}`]: 't'}
    expect(await textOf((await find(`backend:${here.path}`, {environment: token}))[0])).toBe(state)
    const missing = await failureOf(find(`backend:${here.path}`, {environment: {TF_WORKSPACE: 'default'}}))
    expect(missing).toMatchObject({code: 'state-store-incomplete'})
  })

  test('without a token, the variable is named', async () => {
    const [stored] = await find('hcp://acme/net')
    const error = await failureOf(textOf(stored))
    expect(error.code).toBe('state-store-denied')
    expect(error.message).toContain('terraform login app.terraform.io')
    expect(error.message).toContain('TF_TOKEN_app_terraform_io')
  })
})

describe('Google Cloud Storage', () => {
  test('the backend of code', async () => {
    await using store = await startStore(({path}) => (path.includes('/o/net/blue.tfstate') ? found : notThere))
    vi.stubEnv('STORAGE_EMULATOR_HOST', store.url)
    await write(here.path, {
      'main.tf': 'terraform {\n  backend "gcs" {\n    bucket = "states"\n    prefix = "net"\n  }\n}',
    })
    const [stored] = await find(`backend:${here.path}`, {environment: {TF_WORKSPACE: 'blue'}})
    expect(stored?.name).toBe('gs://states/net/blue.tfstate')
    expect(await textOf(stored)).toBe(state)
    expect(await failureOf(textOf((await find('gs://states/other.tfstate'))[0]))).toMatchObject({
      code: 'state-store-missing',
    })
  })

  test('all below a folder', async () => {
    const body = JSON.stringify({items: [{name: 'net/a.tfstate'}, {name: 'net/a.tfstate.bak'}]})
    await using store = await startStore(() => ({status: 200, type: 'application/json', body}))
    vi.stubEnv('STORAGE_EMULATOR_HOST', store.url)
    expect((await find('gs://states/net/')).map(({name}) => name)).toEqual(['gs://states/net/a.tfstate'])
  })
})

describe('Azure Blob Storage', () => {
  test('the backend of code', async () => {
    await using store = await startStore(({path}) => (path === '/acme/tf/net.tfstateenv:blue' ? found : {status: 403}))
    const key = Buffer.from('key').toString('base64')
    const connection = `DefaultEndpointsProtocol=http;AccountName=acme;AccountKey=${key};BlobEndpoint=${store.url}/acme;`
    const environment = {AZURE_STORAGE_CONNECTION_STRING: connection, TF_WORKSPACE: 'blue'}
    await write(here.path, {
      'main.tf':
        'terraform {\n  backend "azurerm" {\n    storage_account_name = "acme"\n    container_name = "tf"\n    key = "net.tfstate"\n  }\n}',
    })
    const [stored] = await find(`backend:${here.path}`, {environment})
    expect(stored?.name).toBe('azurerm://acme/tf/net.tfstateenv:blue')
    expect(await textOf(stored)).toBe(state)
    const denied = await failureOf(textOf((await find('azurerm://acme/tf/other.tfstate', {environment}))[0]))
    expect(denied).toMatchObject({
      code: 'state-store-denied',
      message: 'azurerm://acme/tf/other.tfstate may not be read (HTTP 403)',
    })
  })
})
