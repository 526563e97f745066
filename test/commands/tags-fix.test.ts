import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import TagsFix from '../../src/commands/tags/fix.ts'
import TagsUndo from '../../src/commands/tags/undo.ts'
import type {TagFixJson} from '../../src/report/tag-fix-schema.ts'
import {runCommand} from '../cli/run-command.ts'
import {TaggingServer} from '../fix/live/tagging-server.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trueup-tags-'))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', folder)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDCALLER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_REGION', 'eu-central-1')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, {recursive: true})
})

const arn = (name: string) => `arn:aws:sqs:eu-central-1:111122223333:${name}`
const url = (name: string) => `https://sqs.eu-central-1.amazonaws.com/111122223333/${name}`
const before = {[arn('jobs')]: {owner: 'search'}, [arn('events')]: {}}

function item(type: string, id: string, itsArn: string, region: string, configuration: object) {
  return {
    resourceType: type,
    resourceId: id,
    accountId: '111122223333',
    awsRegion: region,
    arn: itsArn,
    configurationItemCaptureTime: '2026-03-01T12:00:00Z',
    configuration,
    tags: [],
  }
}

/** An account with two queues that AWS Config knows. */
function account(server: TaggingServer): (request: WireRequest) => Answer {
  const items = ['jobs', 'events'].map((name) =>
    item('AWS::SQS::Queue', url(name), arn(name), 'eu-central-1', {QueueArn: arn(name)}),
  )
  const answers: Readonly<Record<string, Answer>> = {
    DescribeConfigurationRecorders: [
      200,
      {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]},
    ],
    DescribeConfigurationRecorderStatus: [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}],
  }
  const denied: Answer = [400, {__type: 'AccessDeniedException', message: 'not authorized'}]
  return (request) => {
    if (request.operation === 'SelectResourceConfig') {
      const found = items.filter(({resourceType}) => request.body.includes(resourceType))
      return [200, {Results: found.map((one) => JSON.stringify(one))}]
    }
    return server.answer(request) ?? answers[request.operation] ?? denied
  }
}

const policy = 'version: 1\nname: Owners\nrules:\n  - {key: Owner, scope: {types: [aws_sqs_queue]}}\n'

async function onAccount(use: (server: TaggingServer, flags: readonly string[]) => Promise<void>): Promise<void> {
  const server = new TaggingServer(before)
  await using aws = await startLoopback(account(server))
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  writeFileSync(join(folder, 'policy.yaml'), policy)
  await use(server, [
    '--live',
    'config',
    '--region',
    'eu-central-1',
    '--policy',
    join(folder, 'policy.yaml'),
    '--set',
    'Owner=platform',
  ])
}

test('live tags are set after their former ones are in a file, and undone from it', async () => {
  await onAccount(async (server, flags) => {
    const undo = join(folder, 'undo.jsonl')
    const applied = await runCommand(TagsFix, [...flags, '--apply', '--yes', '--undo', undo])
    expect({stderr: applied.stderr, stdout: applied.stdout}).toMatchObject({stderr: ''})
    expect(applied.stdout).toContain('Changed the tags of 2 objects in AWS')
    expect(Object.fromEntries(server.tags)).toEqual({
      // What was written otherwise is taken over, and stays beside: nobody asked to overwrite.
      [arn('jobs')]: {owner: 'search', Owner: 'search'},
      [arn('events')]: {Owner: 'platform'},
    })
    const undone = await runCommand(TagsUndo, [undo, '--yes'])
    expect(undone).toMatchObject({exit: 0, stdout: 'Changed the tags of 2 objects in AWS\n'})
    expect(Object.fromEntries(server.tags)).toEqual(before)
  })
})

test('without --apply nothing is changed, and the plan says what would be', async () => {
  await onAccount(async (server, flags) => {
    const {stdout} = await runCommand(TagsFix, [...flags, '--json'])
    const {live} = JSON.parse(stdout) as TagFixJson
    expect(live.map((fix) => [fix.arn, fix.changes.map(({key, value, from}) => `${key}=${value} ${from}`)])).toEqual([
      [arn('events'), ['Owner=platform set']],
      [arn('jobs'), ['Owner=search variant']],
    ])
    expect(Object.fromEntries(server.tags)).toEqual(before)
  })
})

test('where nobody can be asked, --apply needs --yes', async () => {
  await onAccount(async (server, flags) => {
    const {exit, stderr} = await runCommand(TagsFix, [...flags, '--apply'])
    expect(exit).toBe(2)
    expect(stderr).toContain('--yes')
    expect(Object.fromEntries(server.tags)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['policy.yaml'])
  })
})

test('--apply without AWS says how to name it', async () => {
  writeFileSync(join(folder, 'main.tf'), 'resource "aws_sqs_queue" "jobs" {}\n')
  const undo = join(folder, 'undo.jsonl')
  const {exit, stderr} = await runCommand(TagsFix, [
    '--config',
    folder,
    '--set',
    'Owner=me',
    '--apply',
    '--yes',
    '--undo',
    undo,
  ])
  expect(exit).toBe(2)
  expect(stderr).toContain('--region')
  expect(existsSync(undo)).toBe(false)
})
