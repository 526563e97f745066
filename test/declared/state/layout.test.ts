import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'

import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import {readStates, type StateEvent} from '../../../src/declared/state/read-states.ts'
import {canonicalJson, type Json, type Value} from '../../../src/model/value.ts'
import {type Chunks, chunks, failureOf, readText, resourcesIn, resourcesOf} from './collect.ts'

const network = readFileSync(join(import.meta.dirname, '../../../fixtures/states/network/terraform.tfstate'), 'utf8')

/** What is the same in every layout: all but the places in the file. Secrets are revealed, to be compared. */
function content(events: readonly StateEvent[]): unknown {
  return events.map((event) => {
    if (event.kind !== 'resource') return event
    const {source: _, attributes, ...rest} = event.resource
    return {...rest, attributes: canonicalJson(attributes)}
  })
}

describe('the same state in another layout', async () => {
  const expected = content(await readText(network))

  test.each([1, 2, 3, 5, 7, 11, 64, 1000])('in chunks of %i bytes', async (size) => {
    expect(content(await readText(network, size))).toEqual(expected)
  })

  test('cut in two at any byte', async () => {
    const bytes = Buffer.from(network)
    for (let border = 1; border < bytes.length; border++) {
      const stdin = pieces(bytes.subarray(0, border), bytes.subarray(border))
      expect(content(await Array.fromAsync(readStates(['-'], {stdin})))).toEqual(expected)
    }
  })

  test.each([
    ['minified', JSON.stringify(JSON.parse(network))],
    [
      'one resource a line',
      withResources((resources) => `\n${resources.map((each) => JSON.stringify(each)).join(' ,\r\n')}\n`),
    ],
    [
      'all resources in one line',
      withResources((resources) => `\n${resources.map((each) => JSON.stringify(each)).join(',')}\n`),
    ],
    [
      'resources that begin where others end',
      withResources((resources) => JSON.stringify(resources, null, 2).slice(1, -1).trim()),
    ],
    ['not indented at all', network.replaceAll(/^ +/gm, '')],
    ['indented by tabs', JSON.stringify(JSON.parse(network), null, '\t')],
    ['with Windows line ends', network.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${network}`],
    [
      'all keys sorted',
      JSON.stringify(
        reordered(JSON.parse(network) as Json, (keys) => keys.toSorted()),
        null,
        2,
      ),
    ],
    ['all keys reversed', JSON.stringify(reordered(JSON.parse(network) as Json, (keys) => keys.toReversed()))],
    ['in UTF-16', Buffer.from(`\uFEFF${network}`, 'utf16le')],
    ['packed', gzipSync(network)],
    ['packed, with a byte order mark', gzipSync(`\uFEFF${network}`)],
  ])('%s', async (_, text) => {
    for (const size of [13, 1 << 16]) expect(content(await readText(text, size))).toEqual(expected)
  })

  test('members in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({min: 1, max: 500}), async (random, size) => {
        const shuffled = reordered(JSON.parse(network) as Json, (keys) => shuffle(keys, random))
        expect(content(await readText(JSON.stringify(shuffled), size))).toEqual(expected)
      }),
      {numRuns: 50},
    )
  })
})

/** The network's state with its resources written in another way. */
function withResources(write: (resources: readonly Json[]) => string): string {
  const {resources, ...head} = JSON.parse(network) as {readonly resources: readonly Json[]}
  return JSON.stringify({...head, resources: []}).replace('"resources":[]', () => `"resources":[${write(resources)}]`)
}

test('any attributes come through as JSON.parse gives them', async () => {
  const harmless = fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue())
  await fc.assert(
    fc.asyncProperty(harmless, fc.integer({min: 1, max: 300}), fc.boolean(), async (attributes, size, pretty) => {
      const state = {version: 4, resources: [resource([{attributes}])]}
      const [read] = resourcesIn(await readText(JSON.stringify(state, null, pretty ? 2 : 0), size))
      expect(canonicalJson(read?.attributes ?? null)).toBe(
        canonicalJson(JSON.parse(JSON.stringify(attributes)) as Value),
      )
    }),
  )
})

describe('a resource too large to be parsed as a whole', () => {
  const instances = Array.from({length: 3000}, (_, key) => ({
    index_key: key,
    attributes: {id: `i-${key}`, note: `quote " brace } and ${'\\'.repeat(key % 5)}`, padding: 'x'.repeat(500)},
  }))

  test.each([
    ['last', (header: object) => ({...header, instances})],
    ['first', (header: object) => ({instances, ...header})],
  ])('instances %s', async (_, build) => {
    const {instances: _none, ...header} = resource([])
    const ordered = build(header)
    const resources = [resource([{attributes: {id: 'before'}}]), ordered, resource([{attributes: {id: 'after'}}])]
    const read = resourcesIn(await readText(JSON.stringify({resources, version: 4}), 100_000))
    expect(read.map(({attributes}) => attributes['id'])).toEqual([
      'before',
      ...instances.map(({attributes}) => attributes.id),
      'after',
    ])
    expect(read[1]?.attributes['note']).toBe('quote " brace } and ')
    expect(read.at(-2)?.address).toBe('aws_instance.a[2999]')
  })

  test('a huge string crosses chunks', async () => {
    const text = '"\\}]\u00e9'.repeat(500_000)
    const state = JSON.stringify({version: 4, resources: [resource([{attributes: {text}}])]})
    const [read] = resourcesIn(await readText(state, 65_537))
    expect(read?.attributes['text'] === text).toBe(true)
  })

  test('a fault in it is found at its place', async () => {
    const text = JSON.stringify({version: 4, resources: [resource(instances)]}, null, 2).replace(
      '"index_key": 2500',
      '"index_key": hunter2',
    )
    const line = text.slice(0, text.indexOf('hunter2')).split('\n').length
    const error = await failureOf(['-'], chunks(Buffer.from(text), 100_000))
    expect(error).toMatchObject({code: 'state-invalid-json', message: `(standard input):${line}:24 is not valid JSON`})
  })
})

test('each resource says where it begins', async () => {
  const lines = network.split('\n')
  for (const {source} of await resourcesOf(network)) {
    expect(lines[(source.line ?? 0) - 1]?.slice((source.column ?? 0) - 1)).toBe('{')
  }
})

test('a state cut short anywhere is never taken for a shorter one, and no error quotes it', async () => {
  for (let length = 1; length < network.trimEnd().length; length += 7) {
    const error = await failureOf(['-'], chunks(Buffer.from(network.slice(0, length)), 1000))
    expect(error.code).toBe('state-truncated')
    expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toContain('hunter2')
  }
})

test('a packed state cut short is incomplete, not something else', async () => {
  const packed = gzipSync(network)
  const error = await failureOf(['-'], chunks(packed.subarray(0, packed.length / 2), 100))
  expect(error).toMatchObject({code: 'state-truncated', message: '(standard input) ends in the middle of the state'})
})

test('an interrupted run reads no further', async () => {
  const signal = AbortSignal.abort(new Error('interrupted'))
  const stdin = chunks(Buffer.from(network), 100)
  await expect(Array.fromAsync(readStates(['-'], {stdin, signal}))).rejects.toThrow('interrupted')
})

function resource(instances: readonly object[]) {
  return {mode: 'managed', type: 'aws_instance', name: 'a', provider: 'provider.aws', instances}
}

function reordered(value: Json, order: (keys: readonly string[]) => readonly string[]): Json {
  if (Array.isArray(value)) return value.map((item: Json) => reordered(item, order))
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, Json>
  return Object.fromEntries(order(Object.keys(record)).map((key) => [key, reordered(record[key] as Json, order)]))
}

function shuffle(keys: readonly string[], random: Iterator<number>): readonly string[] {
  const weighed = keys.map((key) => [Number(random.next().value), key] as const)
  return weighed.toSorted(([a], [b]) => a - b).map(([, key]) => key)
}

async function* pieces(...parts: readonly Uint8Array[]): Chunks {
  yield* parts
}
