/**
 * How well the evaluation of configurations does on real ones: `node scripts/evaluate-hcl.ts DIR`, where DIR holds `hcl/` (nothing
 * may crash) and `hcl-with-state/` (each recorded resource has its block, and known configured values equal the recorded ones).
 */
import {readdirSync} from 'node:fs'
import {join, relative} from 'node:path'

import {readConfiguration} from '../src/declared/hcl/read-configuration.ts'
import {readStates} from '../src/declared/state/read-states.ts'
import {compareWithState, type Mismatch} from './evaluate/compare-with-state.ts'
import {reasonsOf} from './evaluate/unknown-reasons.ts'
import type {DeclaredResource} from '../src/model/declared.ts'

const [root = '../shared/data', ...flags] = process.argv.slice(2)
const verbose = flags.includes('--verbose')
const counts = new Map<string, number>()

function count(what: string, by = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + by)
}

for (const directory of modulesBelow(join(root, 'hcl'))) {
  const {resources, gaps} = await readConfiguration(directory)
  count('hcl: configurations')
  count('hcl: resources', resources.length)
  for (const gap of gaps) count(`hcl: gap: ${gap.detail.replace(/^.*(was not read|cannot be|is )/, '$1')}`)
  for (const [reason, times] of reasonsOf(resources)) count(`hcl: unknown: ${reason}`, times)
}

for (const name of readdirSync(join(root, 'hcl-with-state'))) {
  const directory = join(root, 'hcl-with-state', name)
  for (const file of readdirSync(directory).filter((entry) => entry.endsWith('.tfstate'))) {
    await evaluateState(join(directory, 'config'), join(directory, file))
  }
}

for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(times).padStart(7)}  ${what}`)

async function evaluateState(config: string, file: string): Promise<void> {
  const recorded = await recordedIn(file)
  if (!recorded) return
  const configuration = await readConfiguration(config, {recorded: (address) => recorded.get(address)?.attributes})
  count('with state: states')
  for (const [reason, times] of reasonsOf(configuration.resources)) count(`with state: unknown: ${reason}`, times)
  for (const mismatch of compareWithState(configuration, recorded, count)) {
    count(`with state: mismatch: ${mismatch.cause}`)
    if (verbose) show(file, mismatch)
  }
}

function show(file: string, {cause, address, path, configured, recorded}: Mismatch): void {
  console.log(
    [relative(root, file), cause, address, path, JSON.stringify(configured), JSON.stringify(recorded)].join('\t'),
  )
}

async function recordedIn(file: string): Promise<Map<string, DeclaredResource> | undefined> {
  const recorded = new Map<string, DeclaredResource>()
  try {
    for await (const event of readStates([file])) {
      if (event.kind === 'resource' && event.resource.deposed === undefined)
        recorded.set(event.resource.address, event.resource)
    }
    return recorded
  } catch {
    count('with state: unreadable states')
    return undefined
  }
}

function modulesBelow(directory: string): string[] {
  const entries = readdirSync(directory, {withFileTypes: true})
  const below = entries.filter((entry) => entry.isDirectory()).flatMap(({name}) => modulesBelow(join(directory, name)))
  return entries.some(({name}) => /\.tf(?:\.json)?$/.test(name)) ? [directory, ...below] : below
}
