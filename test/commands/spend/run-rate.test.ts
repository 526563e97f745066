import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import SpendGpu from '../../../src/commands/spend/gpu.ts'
import type {ReportJson} from '../../../src/report/schema.ts'
import {runCommand} from '../../cli/run-command.ts'

const folder = join(import.meta.dirname, '../../../fixtures/run-rate')
const snapshot = ['--snapshot', 'fixtures/run-rate/all-uses.jsonl', '--policy', join(folder, 'policy.yaml')]

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1795100000')
  vi.stubEnv('NO_COLOR', '1')
})
afterEach(() => vi.unstubAllEnvs())

test('without a bill, what runs now reads well', async () => {
  const {stdout, exit} = await runCommand(SpendGpu, snapshot)
  expect(exit).toBe(0)
  await expect(stdout.replace(/^trueup \S+/, 'trueup VERSION')).toMatchFileSnapshot(join(folder, 'spend-gpu.txt'))
})

test('--json holds rows, sums and what was not looked at', async () => {
  const {result} = await runCommand(SpendGpu, [...snapshot, '--json'])
  const {spend, findings} = result as ReportJson
  expect(spend).toMatchObject({
    instances: 9,
    accelerators: '46',
    unused: {instances: 1, accelerators: '8', monthly: '40179.2'},
    rows: [
      {use: 'unused-reservation', monthly: '40179.2'},
      {instanceType: 'g5.xlarge', keptBy: 'EKS node group gpu'},
      {notes: ['spot']},
      {use: 'sagemaker-hyperpod', machines: 4},
      {use: 'sagemaker-endpoint', machines: 3},
    ],
  })
  expect(spend?.notLookedAt).toContain('AWS::SageMaker::NotebookInstance')
  expect(findings.map(({code}) => code).toSorted()).toEqual([
    'accelerator-unowned',
    'accelerator-unowned',
    'reservation-unused',
  ])
})

test('--strict minds what has no price', async () => {
  expect((await runCommand(SpendGpu, [...snapshot, '--strict'])).exit).toBe(3)
})

test('AWS is not asked where no flag says so', async () => {
  const {error} = await runCommand(SpendGpu)
  expect(error).toMatchObject({code: 'no-bill'})
})

test('a format that only a bill has is refused', async () => {
  const {error} = await runCommand(SpendGpu, [...snapshot, '--report', 'showback'])
  expect(error).toMatchObject({code: 'report-format-unknown'})
})
