import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {permissions} from '../../src/aws/permissions.ts'

const src = join(import.meta.dirname, '../../src')

/** IAM's prefix of each SDK client that the code imports. */
const prefixes: Readonly<Record<string, string>> = {
  'client-account': 'account',
  'client-config-service': 'config',
  'client-ec2': 'ec2',
  'client-organizations': 'organizations',
  'client-resource-groups-tagging-api': 'tag',
  'client-s3': 's3',
  'client-sts': 'sts',
}

/** Not commands of our own, but calls that the SDK makes for us. */
const implied: Readonly<Record<string, string>> = {fromTemporaryCredentials: 'sts:AssumeRole'}

/** Where IAM calls an operation by another name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const renamed: Readonly<Record<string, string>> = {'s3:ListObjectsV2': 's3:ListBucket'}

function actionsIn(code: string): readonly string[] {
  const clients = [...code.matchAll(/@aws-sdk\/(client-[\w-]+)/g)].map(([, client]) => client ?? '')
  const commands = [...code.matchAll(/\b([A-Z]\w+)Command\b|\bpaginate([A-Z]\w+)/g)].map(
    ([, operation, paged]) => operation ?? paged,
  )
  const prefix = new Set(clients.map((client) => prefixes[client] ?? `unknown client ${client}`))
  if (commands.length > 0) expect([...prefix], 'one client a file, with its prefix in this test').toHaveLength(1)
  const direct = commands.map((operation) => `${[...prefix][0]}:${operation}`).map((name) => renamed[name] ?? name)
  return [
    ...direct,
    ...Object.keys(implied).flatMap((call) => (code.includes(`${call}(`) ? [implied[call] ?? ''] : [])),
  ]
}

test('the table of permissions holds every AWS action in the code, and no other', () => {
  const files = globSync('**/*.ts', {cwd: src}).map((file) => readFileSync(join(src, file), 'utf8'))
  const used = [...new Set(files.filter((code) => code.includes('@aws-sdk/')).flatMap(actionsIn))]
  expect(permissions.map(({action}) => action)).toEqual(used.toSorted())
})

test('every action only reads', () => {
  const readOnly = /^[a-z0-9-]+:(AssumeRole|BatchGet\w+|Describe\w+|Get\w+|List\w+|Search\w+|Select\w+)$/
  for (const {action, because} of permissions) {
    expect(action).toMatch(readOnly)
    expect(because).not.toBe('')
  }
})
