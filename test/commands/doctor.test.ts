import {readFile} from 'node:fs/promises'

import {Ajv2020} from 'ajv/dist/2020.js'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import Doctor from '../../src/commands/doctor.ts'
import type {Check} from '../../src/model/checkup.ts'
import {clockChecks, networkChecks} from '../../src/pipeline/doctor-network.ts'
import type {CheckupJson} from '../../src/report/doctor-schema.ts'
import {runCommand} from '../cli/run-command.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'
import {data, hub, organisation, signIn, web} from '../live/organisation.ts'

beforeEach(signIn)

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The organisation, set up as far as a scan can wish for, but for what a test breaks. */
function healthy(request: WireRequest): Answer {
  const {operation} = request
  if (operation === 'DescribeOrganization') return [200, {Organization: {Id: 'o-example', MasterAccountId: hub}}]
  if (operation === 'DescribeConfigurationAggregators') return [200, {ConfigurationAggregators: []}]
  if (operation === '/ListIndexes') return [200, {Indexes: [{Region: 'eu-west-1', Type: 'AGGREGATOR'}]}]
  if (operation === 'ListCostAllocationTags')
    return [200, {CostAllocationTags: [{TagKey: 'CostCenter', Type: 'UserDefined', Status: 'Active'}]}]
  return organisation(request)
}

async function checkup(answer: (request: WireRequest) => Answer, argv: readonly string[] = []) {
  await using aws = await startLoopback(answer)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const {stdout, exit} = await runCommand(Doctor, [...argv, '--region', 'eu-central-1', '--json'])
  const {checks, ...rest} = JSON.parse(stdout) as CheckupJson
  return {checks, rest, exit}
}

function outline(checks: CheckupJson['checks']): readonly string[] {
  return checks.map(({check, status}) => `${check} ${status}`)
}

const denied: Answer = [
  400,
  {
    __type: 'AccessDeniedException',
    message:
      'User: x is not authorized to perform: config:DescribeConfigurationRecorders because no identity-based policy allows it',
  },
]

describe('trueup doctor', () => {
  test('finds nothing to mend where nothing is wrong', async () => {
    const {checks, rest, exit} = await checkup(healthy)
    expect(exit).toBe(0)
    expect(outline(checks)).toEqual([
      'credentials ok',
      'network warn',
      'clock ok',
      'organization ok',
      'accounts ok',
      'regions ok',
      'recorder ok',
      'tagging ok',
      'aggregator ok',
      'index ok',
      'cost-tags ok',
    ])
    const schema = JSON.parse(
      await readFile(new URL('../../schemas/doctor.schema.json', import.meta.url), 'utf8'),
    ) as object
    expect(new Ajv2020({strict: false}).validate(schema, {...rest, checks})).toBe(true)
  })

  test('names the action that is denied, and goes on', async () => {
    const {checks, exit} = await checkup((request) =>
      request.operation === 'DescribeConfigurationRecorders' ? denied : healthy(request),
    )
    expect(exit).toBe(0)
    expect(checks).toContainEqual({
      check: 'recorder',
      status: 'warn',
      account: hub,
      region: 'eu-central-1',
      text: expect.stringContaining('config:DescribeConfigurationRecorders'),
      todo: 'Allow config:DescribeConfigurationRecorders on *.',
      grant: {Effect: 'Allow', Action: 'config:DescribeConfigurationRecorders', Resource: '*'},
    })
    expect(outline(checks)).toContain('tagging ok')
  })

  test('tells a recorder that is off, or leaves types out', async () => {
    const off = await checkup((request) =>
      request.operation === 'DescribeConfigurationRecorders' ? [200, {ConfigurationRecorders: []}] : healthy(request),
    )
    expect(off.checks.find(({check}) => check === 'recorder')).toMatchObject({
      status: 'warn',
      text: 'AWS Config has no recorder in this region.',
    })
    const some = {name: 'default', recordingGroup: {resourceTypes: ['AWS::EC2::VPC']}}
    const partly = await checkup((request) =>
      request.operation === 'DescribeConfigurationRecorders'
        ? [200, {ConfigurationRecorders: [some]}]
        : healthy(request),
    )
    const texts = partly.checks.filter(({check}) => check === 'recorder').map(({text}) => text)
    expect(texts[0]).toMatch(/^AWS Config records 1 of \d+ types\.$/)
    expect(texts[1]).toMatch(/^AWS Config leaves out .* and \d+ more\.$/)
  })

  test('tells the account that lets nobody in, and fails', async () => {
    const {checks, exit} = await checkup(healthy, ['--role', 'reader', '--organization'])
    expect(exit).toBe(3)
    expect(checks.filter(({check}) => check === 'accounts')).toMatchObject([
      {status: 'ok', text: '2 of 3 accounts can be read; 1 are left out.'},
      {status: 'fail', account: data, grant: {Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${data}:role/reader`}},
    ])
    expect(
      checks.filter(({check, status}) => check === 'recorder' && status === 'ok').map(({account}) => account),
    ).toEqual([hub, web])
  })

  test('ends with what is wrong with the credentials, where nothing else can be asked', async () => {
    const expired = '<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>'
    const {checks, exit} = await checkup(() => [403, expired])
    expect(exit).toBe(3)
    expect(checks[0]).toMatchObject({
      check: 'credentials',
      status: 'fail',
      todo: expect.stringContaining('Sign in again'),
    })
  })

  test('is a page for people', async () => {
    await using aws = await startLoopback(healthy)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const {stdout} = await runCommand(Doctor, ['--region', 'eu-central-1'])
    expect(stdout).toContain('✔ credentials (111122223333): The credentials are for account 111122223333')
    expect(stdout).toMatch(/10 checks passed, 1 warning, 0 failures\n$/)
  })
})

describe('the clock', () => {
  test.each<[number, Check['status'], string]>([
    [400, 'ok', 'agrees'],
    [-90_000, 'warn', '90 seconds ahead of'],
    [600_000, 'fail', '600 seconds behind'],
  ])('%d ms off', (skew, status, text) => {
    expect(clockChecks([skew, skew * 2])).toMatchObject([{status, text: expect.stringContaining(text)}])
  })

  test('is not judged where AWS never answered', () => {
    expect(clockChecks([])).toEqual([])
  })
})

describe('the way to AWS', () => {
  test('a proxy is told without its password, and whether it is used', () => {
    const proxy = 'http://user:secret@proxy.example:3128'
    expect(networkChecks({proxy, proxiesWork: true})).toMatchObject([
      {status: 'ok', text: 'Calls go through the proxy proxy.example:3128.'},
    ])
    expect(networkChecks({proxy, proxiesWork: false})).toMatchObject([
      {status: 'fail', todo: expect.stringContaining('Update Node')},
    ])
  })

  test('is direct where nothing says otherwise', () => {
    expect(networkChecks({proxiesWork: true})).toEqual([
      {check: 'network', status: 'ok', text: 'AWS is called directly.'},
    ])
  })
})
