import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {TaggingServer, type Tags} from '../fix/live/tagging-server.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'

const root = join(import.meta.dirname, '../..')
const arn = (name: number) => `arn:aws:sqs:eu-central-1:111122223333:queue-${name}`
const before: Readonly<Record<string, Tags>> = Object.fromEntries(
  Array.from({length: 45}, (_, index) => [arn(index), index % 2 === 0 ? {Name: `q${index}`} : {}]),
)

/** An account with queues that AWS Config knows. */
function account(server: TaggingServer): (request: WireRequest) => Answer {
  const items = Object.keys(before).map((itsArn) => ({
    resourceType: 'AWS::SQS::Queue',
    resourceId: `https://sqs.eu-central-1.amazonaws.com/111122223333/${itsArn.split(':').at(-1)}`,
    accountId: '111122223333',
    awsRegion: 'eu-central-1',
    arn: itsArn,
    configurationItemCaptureTime: '2026-03-01T12:00:00Z',
    configuration: {QueueArn: itsArn},
  }))
  const answers: Readonly<Record<string, Answer>> = {
    DescribeConfigurationRecorders: [
      200,
      {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]},
    ],
    DescribeConfigurationRecorderStatus: [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}],
  }
  return (request) => {
    if (request.operation === 'SelectResourceConfig') {
      const found = items.filter(({resourceType}) => request.body.includes(resourceType))
      return [200, {Results: found.map((one) => JSON.stringify(one))}]
    }
    return server.answer(request) ?? answers[request.operation] ?? [400, {__type: 'AccessDeniedException'}]
  }
}

test('killed between two batches, the file on the disk restores the exact former tags', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-killed-'))
  let changes = 0
  let running: ChildProcess | undefined
  const server = new TaggingServer(before, {onChange: () => ++changes === 2 && running?.kill('SIGKILL')})
  await using aws = await startLoopback(account(server))
  const run = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, [join(root, 'bin/dev.js'), 'tags', ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        AWS_ENDPOINT_URL: aws.url,
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'AKIDCALLER',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      },
    })
    running = child
    return new Promise<number | NodeJS.Signals | null>((ended) =>
      child.on('exit', (code, signal) => ended(signal ?? code)),
    )
  }
  try {
    writeFileSync(
      join(folder, 'policy.yaml'),
      'version: 1\nname: Owners\nrules:\n  - {key: Owner, scope: {types: [aws_sqs_queue]}}\n',
    )
    const flags = ['--live', 'config', '--region', 'eu-central-1', '--policy', 'policy.yaml', '--set', 'Owner=platform']
    expect(await run('fix', ...flags, '--apply', '--yes', '--undo', 'undo.jsonl')).toBe('SIGKILL')
    expect([...server.tags.values()].filter(({Owner}) => Owner === 'platform')).toHaveLength(40)
    expect(await run('undo', 'undo.jsonl', '--yes')).toBe(0)
    expect(Object.fromEntries(server.tags)).toEqual(before)
  } finally {
    rmSync(folder, {recursive: true})
  }
})
