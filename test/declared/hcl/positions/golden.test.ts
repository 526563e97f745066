import {globSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

import {parse} from '@cdktf/hcl2json'
import {describe, expect, test} from 'vitest'

import type {Path} from '../../../../src/declared/hcl/positions/position-tree.ts'
import {positionsOf} from '../../../../src/declared/hcl/positions/positions-of.ts'
import {hasSharedData, sharedData} from '../../../shared-data.ts'

const folder = join(sharedData, 'hcl')

interface Recorded {
  readonly block: string
  readonly file: string
  readonly lines: readonly [number, number]
}

describe.skipIf(!hasSharedData)('what infracost recorded of lines', () => {
  test.each(globSync('*/*.golden', {cwd: folder}).filter((file) => recordedIn(file).length > 0))('%s', async (file) => {
    const recorded = recordedIn(file)
    const found = recorded.map(async ({block, file: name}): Promise<Recorded> => {
      const positions = await positionsOf(name, readFileSync(join(folder, dirname(file), name), 'utf8'))
      const thing = positions.things.find(({kind, path}) => kind === 'block' && path.join('.') === block)
      const range = thing && positions.rangeOf(thing.range)
      return {block, file: name, lines: [range?.start.line ?? 0, range?.end.line ?? 0]}
    })
    expect(await Promise.all(found)).toEqual(recorded)
  })

  test('is there', () => {
    expect(globSync('*/*.golden', {cwd: folder}).flatMap(recordedIn).length).toBeGreaterThan(20)
  })
})

describe.skipIf(!hasSharedData)('configurations of others', () => {
  const files = globSync('{hcl,hcl-with-state}/**/*.{tf,tofu}', {cwd: sharedData})

  test('have no errors, and all that the parser of Terraform finds in resources has a place', async () => {
    expect(files.length).toBeGreaterThan(500)
    for (const file of files) {
      const text = readFileSync(join(sharedData, file), 'utf8')
      const positions = await positionsOf(file, text)
      const paths = resourceParts(await parse(file, text))
      const lost = paths.filter((path) => positions.nearest(path)?.path.join(' ') !== path.join(' '))
      expect({file, errors: positions.errors, lost}).toEqual({file, errors: [], lost: []})
    }
  }, 60_000)
})

/** Blocks with labels of their own. */
const labelled = new Set(['dynamic', 'provisioner'])

/** Attributes, blocks, and keys of objects that are not computed. */
function resourceParts(file: Record<string, unknown>): Path[] {
  return objectEntries(file['resource']).flatMap(([type, names]) =>
    objectEntries(names).flatMap(([name, bodies]) =>
      objectEntries(bodies).flatMap(([, body]) => partsOf(body, ['resource', type, name])),
    ),
  )
}

function partsOf(value: unknown, path: Path): Path[] {
  const inside = objectEntries(value).filter(([key]) => !labelled.has(key) && !key.includes('${'))
  // A list of blocks has no place of its own.
  const own = Array.isArray(value) ? [] : [path]
  return [
    ...own,
    ...inside.flatMap(([key, part]) => partsOf(part, [...path, Array.isArray(value) ? Number(key) : key])),
  ]
}

function objectEntries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** The text goes on behind the JSON. Resources inside modules are recorded by the call that leads to them, last comes the block itself. */
function recordedIn(file: string): Recorded[] {
  const text = readFileSync(join(folder, file), 'utf8')
  const report: unknown = JSON.parse(text.slice(0, text.indexOf('\n}\n') + 2))
  return objectsIn(report).flatMap((object) => {
    const {blockName, filename, startLine, endLine, defaultTags} = object
    if (typeof filename !== 'string' || (typeof blockName !== 'string' && !defaultTags)) return []
    const block = typeof blockName === 'string' ? `resource.${blockName}` : 'provider.aws'
    return [{block, file: basename(filename), lines: [Number(startLine), Number(endLine)] as const}]
  })
}

function objectsIn(json: unknown): Record<string, unknown>[] {
  if (typeof json !== 'object' || json === null) return []
  const inside = Object.values(json).flatMap(objectsIn)
  return Array.isArray(json) ? inside : [json as Record<string, unknown>, ...inside]
}
