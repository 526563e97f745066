import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {loadCatalog, type Catalog} from '../src/catalog/catalog.ts'
import type {AttributeRule, CompareRule} from '../src/catalog/entry.ts'
import {isSecretName} from '../src/catalog/secret-names.ts'
import type {Json} from '../src/model/value.ts'
import {mutations} from '../test/catalog/mutate.ts'
import {differences, type Terms} from './canonical.ts'
import type {Outcome} from './outcome.ts'

type JsonRecord = {readonly [key: string]: Json}

interface Case {
  readonly resource: {readonly resourceType: string; readonly declared: JsonRecord}
  readonly liveRaw: JsonRecord
  readonly schema: Readonly<Partial<Record<string, readonly string[]>>>
  readonly opts: {readonly accountId: string; readonly region: string}
  readonly expected: readonly {readonly tier: string; readonly path: string}[]
}

/** Live models with the declared properties of the same resource, compared in canonical form. */
export async function evaluateCloudControl(folder: string): Promise<readonly Outcome[]> {
  const catalog = await loadCatalog()
  const outcomes: Outcome[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const each = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case
    await catalog.want(each.resource.resourceType)
    outcomes.push(outcomeOf(file, each, catalog))
  }
  return outcomes
}

function outcomeOf(file: string, {resource, liveRaw, schema, opts, expected}: Case, catalog: Catalog): Outcome {
  const {resourceType: type, declared} = resource
  const told = expected.filter(({tier}) => tier === 'declared').map(({path}) => path)
  const appeared = expected.filter(({tier}) => tier === 'undeclared').map(({path}) => bare(path))
  const open = new Set(expected.filter(({tier}) => tier === 'unresolved').map(({path}) => path))
  const terms = termsOf(type, schema, opts, catalog)
  const paths = Object.keys(declared).filter((name) => !tagProperties.test(name) && !open.has(name))
  const found = paths.flatMap((name) => differences(name, declared[name] ?? null, liveRaw[name], terms))
  const isTold = (path: string): boolean =>
    [...told, ...appeared].some((each) => within(path, each) || within(each, path))
  const compared = Object.fromEntries(
    paths.filter((name) => !found.some((path) => within(path, name))).map((name) => [name, declared[name] ?? null]),
  )
  const changes = [...mutations(compared)].filter(({path}) => isComparable(path, terms))
  const unnoticed = changes.filter(({properties}) =>
    Object.entries(properties as JsonRecord).every(
      ([name, value]) => differences(name, value, liveRaw[name], terms).length === 0,
    ),
  )
  return {
    case: file,
    type,
    confidence: catalog.creator(type)?.confidence ?? 'none',
    compared: paths.length,
    skipped: Object.keys(declared).length - paths.length,
    notMapped: 0,
    changes: changes.length + told.length,
    falseDrifts: found.filter((path) => !isTold(path)),
    missed: [
      ...told.filter((each) => !found.some((path) => within(path, each) || within(each, path))),
      ...unnoticed.map(({path}) => path),
    ],
  }
}

/** What is never given back cannot be compared, whatever it is changed to. */
function isComparable(path: string, {isHidden, isFixed}: Terms): boolean {
  const plain = bare(path)
  return !isHidden(plain) && !isFixed(plain) && !isSecretName(plain.slice(plain.lastIndexOf('.') + 1))
}

/** Tags have a comparison of their own, and CloudFormation adds some. */
const tagProperties = /Tags(Map)?$/

function termsOf(type: string, schema: Case['schema'], opts: Case['opts'], catalog: Catalog): Terms {
  const rules = new Map<string, CompareRule>()
  const blocks = new Set<string>()
  for (const entry of catalog.entries) {
    if (entry.objectType === type) collect(entry.attributes, '', rules, blocks)
  }
  const unordered = new Set(
    [...(schema['unorderedScalarPaths'] ?? []), ...(schema['unorderedObjectArrayPaths'] ?? [])].map(bare),
  )
  const hidden = [...(schema['writeOnlyPaths'] ?? []), ...(schema['readOnlyPaths'] ?? [])].map(bare)
  const fixed = (schema['createOnlyPaths'] ?? []).map(bare)
  return {
    context: {location: {partition: 'aws', account: opts.accountId, region: opts.region}},
    ruleAt: (path) => rules.get(path),
    isUnordered: (path) => unordered.has(path) || blocks.has(path) || rules.get(path)?.as === 'set',
    isHidden: (path) => hidden.some((each) => within(path, each)),
    isFixed: (path) => fixed.some((each) => within(path, each)),
  }
}

function collect(
  attributes: Readonly<Record<string, AttributeRule>>,
  base: string,
  into: Map<string, CompareRule>,
  sets: Set<string>,
): void {
  for (const rule of Object.values(attributes)) {
    if (!('to' in rule)) continue
    const path = bare([base, rule.to].filter((part) => part !== '').join('.'))
    if ('block' in rule) {
      if (rule.block === 'set' || rule.key !== undefined) sets.add(path)
      collect(rule.of, path, into, sets)
    } else if (!into.has(path)) into.set(path, rule)
  }
}

function bare(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, '').replaceAll('.*', '')
}

function within(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`)
}
