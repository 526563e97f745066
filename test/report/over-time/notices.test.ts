import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'

import type {RunChange} from '../../../src/model/history.ts'
import {slackMessage} from '../../../src/report/notice/slack.ts'
import {webhookMessage} from '../../../src/report/notice/webhook.ts'
import {finding, run} from '../../history/made-run.ts'

const root = join(import.meta.dirname, '../../..')
const fixtures = join(root, 'fixtures/history')
const schema = JSON.parse(readFileSync(join(root, 'schemas/change.schema.json'), 'utf8')) as object
const valid = new Ajv2020().compile(schema)

const change: RunChange = {
  at: '2026-11-02T12:00:00.000Z',
  since: '2026-11-01T12:00:00.000Z',
  scope: {state: ['envs/prod'], aws: ['AWS account 111122223333'], region: ['eu-central-1']},
  brief: run(2, ['a', 'b', 'c'], {gaps: []}).brief,
  appeared: [
    finding('a', {
      severity: 'critical',
      owner: 'aws_instance.a: instance_type',
      cost: {monthly: '71.2', currency: 'USD'},
    }),
    finding('b', {code: 'unmanaged', address: undefined, path: undefined, source: undefined} as never),
  ],
  gone: [finding('c', {code: 'tag-missing', path: 'CostCenter'})],
  key: '0123456789abcdef0123456789abcdef',
}

const hostile = '<!channel> & <https://evil.example|click> `x` *b*\u202e\u001b[31m'

interface Block {
  readonly type: string
  readonly text?: {readonly text: string}
  readonly elements?: readonly {readonly text: string}[]
}

function blocksOf(of: RunChange): readonly Block[] {
  return (JSON.parse(slackMessage(of)) as {readonly blocks: readonly Block[]}).blocks
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({text, elements = []}) => [...(text ? [text.text] : []), ...elements.map((one) => one.text)])
}

describe('a message to Slack', () => {
  test('says what is new, what is gone, where, and what it costs', async () => {
    await expect(`${JSON.stringify(JSON.parse(slackMessage(change)), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, 'slack.json'),
    )
  })

  test('keeps within the limits of Block Kit, whatever was found', () => {
    const long = finding('x', {
      address: hostile.repeat(40),
      path: '&'.repeat(5000),
      source: {file: '<'.repeat(5000)},
      location: {partition: 'aws', account: '>'.repeat(5000), region: 'x'},
    })
    const many = Array.from({length: 500}, () => long)
    const blocks = blocksOf({...change, scope: {state: many.map(() => hostile)}, appeared: many, gone: many})
    expect(blocks.length).toBeLessThanOrEqual(50)
    for (const {type, text} of blocks) if (type === 'header') expect(text?.text.length).toBeLessThanOrEqual(150)
    for (const text of textsOf(blocks)) expect(text.length).toBeLessThanOrEqual(3000)
    expect(textsOf(blocks).join('\n')).toContain('and 480 more new findings')
  })

  test('names cannot mention, link or hide anything', () => {
    const said = textsOf(blocksOf({...change, appeared: [finding('x', {address: hostile, path: hostile})]}))
    const text = said.join('\n')
    expect(text).not.toMatch(/<|>|[\p{Cf}]|[^\P{Cc}\n]/u)
    expect(text).toContain('&lt;!channel&gt; &amp; ')
    for (const line of text.split('\n')) expect((line.match(/`/g) ?? []).length % 2).toBe(0)
  })

  test('the first one says that it is the first', () => {
    const {since: _, ...first} = change
    expect(textsOf(blocksOf(first)).join('\n')).toContain('the first message')
  })
})

describe('a message to a webhook', () => {
  test('is what its schema says', async () => {
    const message: unknown = JSON.parse(webhookMessage(change))
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true)
    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(join(fixtures, 'webhook.json'))
  })

  test('lists five hundred, and counts all', () => {
    const many = Array.from({length: 1200}, () => finding('a'))
    const message = JSON.parse(webhookMessage({...change, appeared: many})) as {appeared: unknown[]; counts: object}
    expect(message.appeared).toHaveLength(500)
    expect(message.counts).toEqual({appeared: 1200, gone: 1})
  })

  test('holds no character that does harm', () => {
    const text = webhookMessage({...change, appeared: [finding('x', {address: hostile})]})
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect((JSON.parse(text) as {appeared: {address: string}[]}).appeared[0]?.address).toBe(hostile)
  })
})
