import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {builtTree} from '../../scripts/built-tree.ts'

/**
 * A repository as the guide sets it up: a pull request fails on drift and shows the line, passes once the drift is accepted, and fails on new
 * drift alone. The program is the built one, the repository a real one of git, and AWS a snapshot.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
mkdirSync(join(root, '.e2e'), {recursive: true})
const tree = mkdtempSync(join(root, '.e2e/gate-'))
const repository = mkdtempSync(join(tmpdir(), 'trueup-gate-'))
let program: string

const place = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}

/** AWS with queues of these visibility timeouts. */
function aws(timeouts: Readonly<Record<string, number>>): void {
  const sees = ['QueueName', 'VisibilityTimeout']
  const objects = Object.entries(timeouts)
  const lines = [
    {
      format: 'trueup-snapshot',
      version: 1,
      createdAt: '2026-05-11T06:00:00.000Z',
      trueup: '0.1.0',
      locations: [place],
      salt: 'none',
    },
    {kind: 'scope', scope: {type: 'AWS::SQS::Queue', location: place, reader: 'config', sees}},
    ...objects.map(([name, timeout]) => ({
      kind: 'object',
      object: {
        type: 'AWS::SQS::Queue',
        id: `https://sqs.eu-central-1.amazonaws.com/111122223333/${name}`,
        location: place,
        arn: `arn:aws:sqs:eu-central-1:111122223333:${name}`,
        name,
        properties: {QueueName: name, VisibilityTimeout: timeout},
        tags: {},
        reader: 'config',
        capturedAt: '2126-05-11T05:40:00.000Z',
      },
    })),
    {kind: 'end', counts: {scope: 1, 'tagging-scope': 0, gap: 0, tags: 0, object: objects.length}},
  ]
  writeFileSync(join(repository, 'live.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

function trueup(...argv: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...argv], {
    cwd: repository,
    encoding: 'utf8',
    env: {...process.env, SOURCE_DATE_EPOCH: '4934822400'},
  })
  return {status, stdout, stderr}
}

function git(...argv: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], {
    cwd: repository,
    encoding: 'utf8',
  })
}

function edited(file: string, edit: (text: string) => string): void {
  writeFileSync(join(repository, file), edit(readFileSync(join(repository, file), 'utf8')))
}

beforeAll(async () => {
  program = await builtTree(tree)
  git('init', '-q')
  cpSync(join(root, 'fixtures/gate'), repository, {recursive: true})
  writeFileSync(
    join(repository, 'trueup.yaml'),
    'states: [terraform.tfstate]\nconfig: .\nsnapshot: live.jsonl\nfail_on: drift:low\nreports: [github]\n',
  )
}, 60_000)

afterAll(() => {
  rmSync(tree, {recursive: true})
  rmSync(repository, {recursive: true})
})

test('a pull request fails on drift, shows the line, passes after baseline, and fails on new drift alone', () => {
  aws({jobs: 30, results: 60})
  const drifted = trueup('scan')
  expect(drifted).toMatchObject({
    status: 1,
    stderr: 'fails: 1 finding of drift and low or worse (--fail-on drift:low)\n',
  })
  expect(drifted.stdout).toContain('file=main.tf,line=15,')

  const accepted = trueup('baseline', '--reason', 'tuned by hand')
  expect(accepted).toMatchObject({status: 0, stderr: ''})
  expect(accepted.stdout).toBe('trueup.baseline.json: 1 finding accepted, 1 of them now, 0 before; 0 dropped.\n')
  git('add', '.')
  git('commit', '-qm', 'Set up trueup')
  expect(trueup('scan')).toMatchObject({status: 0, stderr: ''})

  // The files move, the resources turn round, an unrelated one comes: what was accepted is still known.
  edited('main.tf', (text) => {
    const [head = '', jobs = '', results = ''] = text.split(/^(?=resource )/m)
    return `${head}${results}\n${jobs}`
  })
  git('mv', 'main.tf', 'queues.tf')
  expect(trueup('scan')).toMatchObject({status: 0, stderr: ''})

  aws({jobs: 30, results: 90})
  const fresh = trueup('scan')
  expect(fresh).toMatchObject({status: 1, stderr: 'fails: 1 finding of drift and low or worse (--fail-on drift:low)\n'})
  expect(fresh.stdout).toContain('aws_sqs_queue.results')
  expect(fresh.stdout).not.toContain('aws_sqs_queue.jobs')
  expect(fresh.stdout).toContain('1 new, 1 known')

  edited('queues.tf', (text) =>
    text.replace('"results"\n  visib', '"results"\n  # trueup:ignore drifted -- tuned at night\n  visib'),
  )
  const ignored = trueup('scan')
  expect(ignored).toMatchObject({status: 0, stderr: ''})
  expect(ignored.stdout).toContain('ignored: 1 finding')

  aws({jobs: 60, results: 90})
  const mended = trueup('scan')
  expect(mended).toMatchObject({status: 0})
  expect(mended.stdout).toContain('1 of the baseline is gone: trueup baseline --update drops it')
  expect(trueup('baseline', '--update').stdout).toContain('0 findings accepted, 0 of them now, 0 before; 1 dropped.')
  expect(git('diff', '--stat', 'trueup.baseline.json')).toContain('1 insertion(+), 3 deletions(-)')
})

test('a damaged baseline is wrong usage, and nothing is scanned', () => {
  writeFileSync(join(repository, 'trueup.baseline.json'), '{"baselineVersion": "1.0", "find')
  expect(trueup('scan')).toMatchObject({status: 2, stdout: '', stderr: expect.stringContaining('baseline-invalid')})
  expect(trueup('scan', '--baseline', 'none')).toMatchObject({status: 0})
})

test('filters and the file of driftctl work in the built program', () => {
  aws({jobs: 30, results: 90})
  const jobs = trueup(
    'scan',
    '--baseline',
    'none',
    '--filter',
    "starts_with(address, 'aws_sqs_queue.j') && severity!=`info`",
  )
  expect(jobs).toMatchObject({status: 1, stderr: 'fails: 1 finding of drift and low or worse (--fail-on drift:low)\n'})
  // The other queue was not even read.
  expect(jobs.stdout).toContain('trueup: 1 finding; 0 findings left out by --filter;')
  writeFileSync(join(repository, '.driftignore'), '*\n!aws_s3_*\n')
  const ignored = trueup('scan', '--baseline', 'none')
  expect(ignored).toMatchObject({status: 0, stderr: ''})
  expect(ignored.stdout).toContain('ignored: 2 findings')
  expect(trueup('scan', '--baseline', 'none', '--no-driftignore')).toMatchObject({status: 1})
})

test('what is ignored as a whole is not taken for code that was never applied', () => {
  aws({jobs: 60, results: 60})
  writeFileSync(join(repository, '.driftignore'), '')
  writeFileSync(join(repository, 'ignores.yaml'), 'ignore: [{address: aws_sqs_queue.jobs, reason: not ours}]\n')
  const quiet = trueup('scan', '--baseline', 'none', '--ignore-file', 'ignores.yaml', '--report', 'terminal')
  expect(quiet).toMatchObject({status: 0, stderr: ''})
  expect(quiet.stdout).toContain('1 by address: aws_sqs_queue.jobs (not ours, ignores.yaml:1)')
  // The comment at the other queue has nothing left to ignore.
  expect(quiet.stdout).toContain('Findings    1   · 1 info')
  expect(quiet.stdout).toContain('takes nothing away (tuned at night)  queues.tf:15')
})
