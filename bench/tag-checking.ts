// How long 100,000 resources and their live objects take against 50 tag rules, beside JSON.parse of the same resources:
//   node bench/tag-checking.ts [RESOURCES]
import {once} from 'node:events'
import {createWriteStream, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {loadCatalog} from '../src/catalog/catalog.ts'
import {readStates} from '../src/declared/state/read-states.ts'
import {Joiner} from '../src/join/join.ts'
import {LiveIndex} from '../src/join/live-index.ts'
import {isMainShare} from '../src/join/subject.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import {checkTags} from '../src/tags/check.ts'
import {loadPolicies} from '../src/tags/policy/load.ts'
import {echo} from '../test/echo/echo.ts'
import {syntheticState} from './synthetic-state.ts'

const resources = Number(process.argv[2] ?? 100_000)
const directory = mkdtempSync(join(tmpdir(), 'trueup-bench-'))
try {
  const state = join(directory, 'large.tfstate')
  await write(state)
  const parsed = best(() => JSON.parse(readFileSync(state, 'utf8')))
  const {objects, unjoined, catalog} = await joined(state)
  const policy = loadPolicies([{name: 'rules.yaml', text: rules()}])
  const context = {catalog, today: '2026-01-01', unjoined}
  const {findings, facts} = checkTags(objects, policy, context)
  const checked = best(() => checkTags(objects, policy, context))
  console.log(
    `${facts.checked} objects, declared and live, against ${policy.rules.length} rules: ${findings.length} findings`,
  )
  row('JSON.parse of the state', parsed, parsed)
  row('the check of its tags', checked, parsed)
} finally {
  rmSync(directory, {recursive: true})
}

async function write(state: string): Promise<void> {
  const stream = createWriteStream(state)
  for (const piece of syntheticState(resources)) if (!stream.write(piece)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'close')
}

/** The live side says what the state says. */
async function joined(state: string) {
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared: DeclaredResource[] = []
  for await (const event of readStates([state])) if (event.kind === 'resource') declared.push(event.resource)
  for (const resource of declared) joiner.add(resource)
  const live = new LiveIndex()
  for (const object of echo(declared, catalog)) live.add({kind: 'object', object})
  const {objects, unjoined} = joiner.join(live)
  // What has a resource: disks that come with an instance are no part of what is parsed.
  return {objects: [...objects].filter(({shares}) => shares.some(isMainShare)), unjoined: [...unjoined], catalog}
}

/** Fifty, of every kind; one team in ten breaks one of them. */
function rules(): string {
  const kinds = Array.from({length: 8}, (_, n) => [
    `{id: required-${n}, key: Environment, values: [production, staging, test-${n}], forbidden: [n/a, todo, tbd, unknown]}`,
    `{id: prefix-${n}, key: Team, values: ["team-*"], value_case: lower}`,
    `{id: shape-${n}, key: ManagedBy, pattern: "[a-z0-9-]{1,${60 + n}}", length: {max: ${100 + n}}}`,
    `{id: place-${n}, key: CostCenter, presence: optional, scope: {types: [aws_instance, aws_s3_bucket], regions: [eu-*]}}`,
    `{id: tagged-${n}, key: Owner-${n}, scope: {tags: {Environment: [sandbox-${n}]}}}`,
    `{id: many-${n}, key: "team:${n}:*", length: {max: 64}}`,
  ]).flat()
  const others = [
    '{id: characters, key: "*", key_pattern: "[\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+@-]*", max_keys: 50, length: {max: 256}, allow_empty: true}',
    '{id: not-these, key: Team, presence: optional, forbidden: ["team-*7"]}',
  ]
  return `version: 1\nname: Fifty\nrules:\n${[...kinds, ...others].map((rule) => `  - ${rule}`).join('\n')}\n`
}

/** The best of three: noise only ever adds. */
function best(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

function row(name: string, ms: number, base: number): void {
  console.log(`${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / base).toFixed(2)}x`)
}
