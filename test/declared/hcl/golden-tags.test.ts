import {globSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {effectiveTags} from '../../../src/declared/hcl/module/effective-tags.ts'
import {positionsOf} from '../../../src/declared/hcl/positions/positions-of.ts'
import {type Configuration, readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'
import {infracostTags, resourceAt} from './infracost-tags.ts'

const folder = join(sharedData, 'hcl')

type Tags = Readonly<Record<string, unknown>>

interface Lines {
  readonly filename: string
  readonly startLine: number
  readonly endLine: number
}

interface GoldenResource {
  readonly name: string
  readonly tags?: Tags
  readonly defaultTags?: Tags
  readonly metadata?: Lines & {readonly calls: readonly (Lines & {readonly blockName: string})[]}
}

interface GoldenProject {
  readonly metadata?: {readonly providers: readonly (Lines & {readonly name: string; readonly defaultTags: Tags})[]}
  readonly breakdown: {
    readonly resources: readonly GoldenResource[]
    readonly freeResources?: readonly GoldenResource[]
  }
}

describe.skipIf(!hasSharedData)('what infracost recorded of tags', () => {
  const goldens = globSync('infracost_*/*.golden', {cwd: folder}).toSorted()

  test('is there', () => {
    expect(goldens).toHaveLength(3)
    expect(goldens.flatMap((file) => goldenResources(file))).toHaveLength(25)
  })

  test.each(goldens)('%s: effective tags of every resource', async (file) => {
    const configuration = await configurationOf(file)
    expect(configuration.gaps).toEqual([])
    const golden = goldenResources(file)
    const found = golden.map(({name}) => [name, infracostTags(resourceAt(configuration, name), configuration)])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(golden.map(({name, tags = {}}) => [name, tags])))
  })

  test.each(goldens)('%s: all other resources are those that cost nothing', async (file) => {
    const {resources} = await configurationOf(file)
    const golden = new Set(goldenResources(file).map(({name}) => name))
    const types = resources.filter(({address}) => !golden.has(address)).map(({type}) => type)
    // infracost leaves out what it does not price, unless it has a tags argument.
    expect(types.filter((type) => type !== 'aws_launch_configuration')).toEqual([])
  })

  const detailed = goldens.filter((file) => projectOf(file).metadata !== undefined)

  test.each(detailed)('%s: default tags and lines of providers', async (file) => {
    const configuration = await configurationOf(file)
    const found = configuration.providers.map(async (provider) => ({
      name: provider.ref.name?.split('/').at(-1),
      // Those that a resource without tags of its own gets.
      defaultTags: effectiveTags(undefined, provider.attributes()),
      ...(await linesOf(provider.file ?? '', ['provider', 'aws'])),
    }))
    expect(await Promise.all(found)).toEqual(projectOf(file).metadata?.providers.map(withBaseName))
  })

  test.each(detailed)('%s: default tags, lines and calls of resources', async (file) => {
    const configuration = await configurationOf(file)
    const golden = goldenResources(file)
    const found = golden.map(async ({name}) => {
      const {source, type, name: label, provider, calls = []} = resourceAt(configuration, name)
      const used = configuration.providers.find(({ref}) => ref.text === provider.text)
      const block = await linesOf(source.file, ['resource', type, label])
      expect(source.line).toBe(block.startLine)
      return {
        name,
        defaultTags: effectiveTags(undefined, used?.attributes() ?? {}),
        // infracost counts the block itself as the last call.
        calls: [...calls, {blockName: name, ...block}],
        ...block,
      }
    })
    expect(await Promise.all(found)).toEqual(
      golden.map(({name, defaultTags, metadata}) => ({
        name,
        defaultTags,
        calls: metadata?.calls.map(withBaseName),
        filename: basename(metadata?.filename ?? ''),
        startLine: metadata?.startLine,
        endLine: metadata?.endLine,
      })),
    )
  })
})

async function configurationOf(golden: string): Promise<Configuration> {
  return readConfiguration(join(folder, dirname(golden)))
}

/** The text goes on behind the JSON. */
function projectOf(file: string): GoldenProject {
  const text = readFileSync(join(folder, file), 'utf8')
  const {projects} = JSON.parse(text.slice(0, text.indexOf('\n}\n') + 2)) as {readonly projects: [GoldenProject]}
  return projects[0]
}

function goldenResources(file: string): readonly GoldenResource[] {
  const {resources, freeResources = []} = projectOf(file).breakdown
  return [...resources, ...freeResources]
}

async function linesOf(file: string, path: readonly string[]): Promise<Lines> {
  const positions = await positionsOf(file, readFileSync(file, 'utf8'))
  const block = positions.things.find((thing) => thing.kind === 'block' && thing.path.join('.') === path.join('.'))
  const range = block && positions.rangeOf(block.range)
  return {filename: basename(file), startLine: range?.start.line ?? 0, endLine: range?.end.line ?? 0}
}

function withBaseName<T extends Lines>(lines: T): T {
  return {...lines, filename: basename(lines.filename)}
}
