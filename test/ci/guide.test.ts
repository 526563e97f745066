import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'
import {parse} from 'yaml'

import {root, Runner} from './runner.ts'

/** Files that the guide tells to write, by name; of several of one name the first. */
const files = new Map(
  [...readFileSync(join(root, 'docs/pipelines.md'), 'utf8').matchAll(/^```yaml\n# (\S+)\n([^]*?)^```$/gm)]
    .toReversed()
    .map(([, name = '', text = '']) => [name, text]),
)

interface Workflow {
  readonly jobs: {
    readonly scan: {readonly steps: readonly {readonly uses: string; readonly with?: Record<string, unknown>}[]}
  }
}

let runner: Runner
let repository: string
beforeEach(() => {
  runner = new Runner()
  cpSync(join(root, 'policies'), join(runner.folder, 'policies'), {recursive: true})
  repository = join(runner.folder, 'fixtures/demo')
  cpSync(join(root, 'fixtures/demo'), repository, {recursive: true})
  for (const [name, text] of files) {
    mkdirSync(dirname(join(repository, name)), {recursive: true})
    writeFileSync(join(repository, name), text)
  }
  expect(runner.bash(['-c', 'git init --quiet . && git add .'], {}, repository).status).toBe(0)
})
afterEach(() => runner[Symbol.dispose]())

/** The pull request's run: the step of the guide's workflow that uses the action, with what it says there. */
function pullRequest() {
  const workflow = parse(files.get('.github/workflows/drift.yml') ?? '') as Workflow
  const step = workflow.jobs.scan.steps.find(({uses}) => uses.includes('/trueup@'))
  const inputs = Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]))
  return runner.scanAsAction(inputs, repository)
}

const annotations = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('::error '))

/** Somebody changes something in AWS. */
function changed(from: string, to: string): void {
  const file = join(repository, 'live.jsonl')
  const text = readFileSync(file, 'utf8')
  expect(text.split(from)).toHaveLength(2)
  writeFileSync(file, text.replace(from, to))
}

test('a repository set up by the guide fails on drift at its line, passes after baseline, and fails on new drift alone', () => {
  const first = pullRequest()
  expect(first.status).toBe(1)
  expect(annotations(first.stdout).join('\n')).toMatch(/file=databases\.tf,line=21,.*backup_retention_period/)
  expect(first.summary).toContain('databases.tf')

  expect(runner.bash(['-c', 'trueup baseline'], {}, repository).status).toBe(0)
  const accepted = pullRequest()
  expect({status: accepted.status, errors: annotations(accepted.stdout)}).toEqual({status: 0, errors: []})

  changed('"PubliclyAccessible":false', '"PubliclyAccessible":true')
  const later = pullRequest()
  expect(later.status).toBe(1)
  expect(later.stderr).toMatch(/^fails: 1 finding /m)
  expect(annotations(later.stdout)).toHaveLength(1)
  expect(annotations(later.stdout)[0]).toMatch(/file=\w+\.tf,line=\d+,.*publicly_accessible/)
}, 60_000)
