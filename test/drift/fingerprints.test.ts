import {readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import {silentProgress} from '../../src/model/progress.ts'
import {scan} from '../../src/pipeline/scan.ts'
import {check} from '../catalog/check-fixture.ts'
import {mutations} from '../catalog/mutate.ts'
import {fixtureNames, loadFixture, type TypeFixture} from '../catalog/type-fixtures.ts'

/** The same findings have the same fingerprints when files move, resources are reordered or unrelated ones are added. */

function prints(findings: readonly Finding[]): readonly string[] {
  return findings.map(({fingerprint}) => fingerprint).toSorted()
}

const fixtures = await Promise.all(fixtureNames().map(loadFixture))
const mostMutations = 12

describe.each(fixtures.map((fixture, index) => [fixture.name, fixture, fixtures.at(index - 1)] as const))(
  'findings of %s',
  (_, fixture, neighbour) => {
    test('have the fingerprints that they have elsewhere and beside others', () => {
      const turned = {
        ...fixture,
        resources: fixture.resources.map(moved).toReversed(),
        objects: fixture.objects.toReversed(),
        scopes: fixture.scopes.toReversed(),
      }
      const among = neighbour && !shares(fixture, neighbour) ? beside(fixture, neighbour) : fixture
      for (const object of fixture.objects) {
        const all = [...mutations(object.properties)]
        const every = Math.ceil(all.length / mostMutations)
        for (const {properties} of all.filter((_mutation, index) => index % every === 0)) {
          const change = new Map([[object, {...object, properties}]])
          const found = prints(check(fixture, change).findings)
          expect(prints(check(turned, change).findings)).toEqual(found)
          expect(prints(check(among, change).findings)).toEqual(found)
        }
      }
    })
  },
)

function moved(resource: TypeFixture['resources'][number]): TypeFixture['resources'][number] {
  return {...resource, source: {file: `elsewhere/${resource.source.file}`, line: 1, column: 1}}
}

function beside(fixture: TypeFixture, {resources, objects, scopes}: TypeFixture): TypeFixture {
  return {
    name: fixture.name,
    resources: [...resources, ...fixture.resources],
    objects: [...objects, ...fixture.objects],
    scopes: [...scopes, ...fixture.scopes],
  }
}

/** Whether two fixtures are about the same objects, or types: then they are not unrelated. */
function shares(one: TypeFixture, other: TypeFixture): boolean {
  const types = new Set(one.objects.map(({type}) => type))
  return other.objects.some(({type}) => types.has(type))
}

describe('of the sample', () => {
  interface State {
    readonly resources: readonly {readonly instances: readonly object[]}[]
  }
  const state = JSON.parse(readFileSync('fixtures/demo/terraform.tfstate', 'utf8')) as State
  const [head = '', ...lines] = readFileSync('fixtures/demo/live.jsonl', 'utf8').trim().split('\n')
  const policies = [{name: 'p.yaml', text: readFileSync('policies/finops-baseline.yaml', 'utf8')}]
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trueup-fingerprints-'))
  })
  afterEach(async () => rm(folder, {recursive: true}))

  async function printsOf(states: Readonly<Record<string, object>>, live: readonly string[] = lines) {
    for (const [name, content] of Object.entries(states)) await writeFile(join(folder, name), JSON.stringify(content))
    const file = join(folder, 'live.jsonl')
    await writeFile(file, [head, ...live].map((line) => `${line}\n`).join(''))
    const {findings} = await scan(
      {states: Object.keys(states).map((name) => join(folder, name)), live: {kind: 'snapshot', file}, policies},
      {
        now: new Date('2026-05-12T00:00:00Z'),
        version: '0.0.0',
        stdin: (async function* () {})(),
        signal: new AbortController().signal,
        progress: silentProgress,
      },
    )
    return prints(findings)
  }

  test('each finding has a fingerprint of its own, which neither the order nor the name of a file changes', async () => {
    const found = await printsOf({'a.tfstate': state})
    expect(new Set(found).size).toBe(found.length)
    expect(found.length).toBeGreaterThan(100)
    const turned = state.resources
      .toReversed()
      .map((resource) => ({...resource, instances: resource.instances.toReversed()}))
    const end = lines.at(-1) ?? ''
    const live = [...lines.slice(0, -1).toReversed(), end]
    expect(await printsOf({'moved.tfstate': {...state, resources: turned}}, live)).toEqual(found)
  })

  test('nor whether it is one state or two, nor what comes besides', async () => {
    const found = await printsOf({'a.tfstate': state})
    const half = Math.floor(state.resources.length / 2)
    const [first, second] = [state.resources.slice(0, half), state.resources.slice(half)]
    const unrelated = {
      mode: 'managed',
      type: 'aws_sqs_queue',
      name: 'unrelated',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [
        {
          schema_version: 0,
          attributes: {
            arn: 'arn:aws:sqs:us-east-1:123456789012:unrelated',
            id: 'https://sqs.us-east-1.amazonaws.com/123456789012/unrelated',
            url: 'https://sqs.us-east-1.amazonaws.com/123456789012/unrelated',
            name: 'unrelated',
          },
        },
      ],
    }
    expect(
      await printsOf({'a.tfstate': {...state, resources: first}, 'b.tfstate': {...state, resources: second}}),
    ).toEqual(found)
    const more = await printsOf({'a.tfstate': {...state, resources: [unrelated, ...state.resources]}})
    expect(found.filter((one) => !more.includes(one))).toEqual([])
    expect(more.length).toBeGreaterThan(found.length)
  })
})
