import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {GetProductsCommand, PricingClient} from '@aws-sdk/client-pricing'
import {GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts'
import {mockClient} from 'aws-sdk-client-mock'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import Scan from '../../src/commands/scan.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import {runCommand} from '../cli/run-command.ts'

const [pricing, sts] = [mockClient(PricingClient), mockClient(STSClient)]

beforeEach(() => {
  pricing.reset()
  sts.reset()
  sts.on(GetCallerIdentityCommand).resolves({Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/ci'})
  pricing.on(GetProductsCommand).resolves({PriceList: []})
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('XDG_CACHE_HOME', mkdtempSync(join(tmpdir(), 'trueup-cache-')))
})
afterEach(() => vi.unstubAllEnvs())

async function demo(...argv: readonly string[]): Promise<ReportJson> {
  const {result, error} = await runCommand(Scan, ['--demo', '--fail-on', 'none', '--json', ...argv])
  expect(error).toBeUndefined()
  return result as ReportJson
}

test('the Price List API is asked where --prices says so, and the embedded list stands in for what it does not answer', async () => {
  const {summary} = await demo('--prices', 'aws')
  expect(pricing.commandCalls(GetProductsCommand).length).toBeGreaterThan(3)
  expect(summary.cost?.totals).toMatchObject([{currency: 'USD', monthly: expect.stringMatching(/^20493\.39/)}])
})

test('without the flag nobody is asked', async () => {
  const {summary} = await demo()
  expect(pricing.calls()).toHaveLength(0)
  expect(sts.calls()).toHaveLength(0)
  expect(summary.cost?.totals).toHaveLength(1)
})
