import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import type {CompactRules} from './attributes.ts'
import {generatedFrom} from './sources.ts'

export interface GeneratedType {
  readonly name: string
  readonly of: string
  readonly id: readonly (readonly string[])[]
  readonly tags?: 'none'
  readonly rules: CompactRules
  /** Attributes that nobody sets. */
  readonly computed?: readonly string[]
}

const folder = fileURLToPath(new URL('../../src/catalog/generated/', import.meta.url))
const generated = `by npm run catalogue, do not edit; from ${generatedFrom}`

/** One file for each CloudFormation service, so that a scan loads what occurs in it; one line for each type, so that changes can be read. */
export function write(
  types: readonly GeneratedType[],
  objects: readonly (readonly [string, Readonly<Record<string, unknown>>])[],
): void {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  const services = [...new Set(types.map(({of}) => serviceOf(of)))].toSorted()
  for (const service of services) {
    const own = types.filter(({of}) => serviceOf(of) === service).map(({name, ...rest}) => [name, rest] as const)
    const facts = objects.filter(([name]) => serviceOf(name) === service)
    const text = `{\n"generated": ${JSON.stringify(generated)},\n"types": ${lines(own)},\n"objects": ${lines(facts)}\n}\n`
    writeFileSync(`${folder}${service.toLowerCase()}.json`, text)
  }
  writeOverview(services, types, objects)
}

/** What has to be known before a service is loaded: where a type is, and what identifies an object. */
function writeOverview(
  services: readonly string[],
  types: readonly GeneratedType[],
  objects: readonly (readonly [string, Readonly<Record<string, unknown>>])[],
): void {
  const index = services.map((service) => {
    const names = types.filter(({of}) => serviceOf(of) === service).map(({name}) => name)
    return [service, names] as const
  })
  writeFileSync(
    `${folder}index.json`,
    `{\n"generated": ${JSON.stringify(generated)},\n"services": ${lines(index)}\n}\n`,
  )
  const identifiers = objects.map(([name, facts]) => [name, facts['id']] as const)
  writeFileSync(
    `${folder}identifiers.json`,
    `{\n"generated": ${JSON.stringify(generated)},\n"objects": ${lines(identifiers)}\n}\n`,
  )
  writeFileSync(`${folder}services.ts`, loaders(services))
}

function lines(entries: readonly (readonly [string, unknown])[]): string {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{\n${sorted.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}`
}

function loaders(services: readonly string[]): string {
  const own = services.map(
    (service) => `  ${service}: () => import('./${service.toLowerCase()}.json', {with: {type: 'json'}}),`,
  )
  return [
    `// Generated ${generated}`,
    '/** By the service of the CloudFormation type: loaded when one of its types occurs. */',
    'export const services: Readonly<Record<string, () => Promise<{readonly default: unknown}>>> = {',
    ...own,
    '}',
    '',
  ].join('\n')
}

function serviceOf(type: string): string {
  return type.split('::')[1] ?? type
}
