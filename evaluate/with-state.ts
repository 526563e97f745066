import {globSync} from 'node:fs'
import {join} from 'node:path'

import {type GrowingCatalog, loadCatalog} from '../src/catalog/catalog.ts'
import {codeOf} from '../src/declared/hcl/code-of.ts'
import {type Configuration, readConfiguration} from '../src/declared/hcl/read-configuration.ts'
import {readStates} from '../src/declared/state/read-states.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import {CodeOutcome} from './code-outcome.ts'
import {judgeValues} from './judge-values.ts'
import {reasonsOf} from './unknown-reasons.ts'

/** Real configurations beside the states that they led to: each recorded resource has its block, and the values agree. */
export async function evaluateWithState(folder: string): Promise<CodeOutcome> {
  const outcome = new CodeOutcome()
  const catalog = await loadCatalog()
  for (const file of globSync('*/*.tfstate', {cwd: folder}).toSorted()) {
    outcome.count('states')
    await outcome.guard(file, async () => {
      const recorded = await recordedIn(join(folder, file), catalog)
      const attributesAt = (address: string) => recorded.get(address)?.attributes
      const configuration = await readConfiguration(join(folder, file, '../config'), {recorded: attributesAt})
      for (const [reason, times] of reasonsOf(configuration.resources)) outcome.count(`unknown: ${reason}`, times)
      judgeState({file, recorded: [...recorded.values()], configuration}, catalog, outcome)
    })
  }
  return outcome
}

interface CodeAndState {
  readonly file: string
  readonly recorded: readonly DeclaredResource[]
  readonly configuration: Configuration
}

function judgeState(
  {file, recorded, configuration}: CodeAndState,
  catalog: GrowingCatalog,
  outcome: CodeOutcome,
): void {
  const find = codeOf(configuration)
  for (const resource of recorded.filter(({mode}) => mode === 'managed')) {
    outcome.count('recorded resources')
    const configured = find(resource)
    if (!configured) {
      outcome.count(`recorded resources without a block: ${whyUnmatched(resource.address, configuration)}`)
      continue
    }
    outcome.count('recorded resources with their block')
    for (const {verdict, paths} of judgeValues(configured, resource, catalog)) {
      outcome.count(`values: ${verdict}`)
      for (const path of paths) outcome.differing.push(`${verdict}: ${file} ${resource.address} ${path}`)
    }
  }
}

function whyUnmatched(address: string, {blocks, gaps}: Configuration): string {
  const block = blocks.find((candidate) => candidate.address === address.replace(/\[[^[]*\]$/, ''))
  if (block)
    return block.instancesUnknown ? `how many is unknown: ${block.instancesUnknown.reason}` : 'no such instance'
  const place = address.replaceAll(/\[[^\]]*\]/g, '')
  const isMissing = gaps.some(({hides}) => hides.examples.some((module) => place.startsWith(`${module}.`)))
  if (isMissing) return 'the module is not installed'
  return gaps.length > 0 ? 'not all of the code could be read' : 'gone from the code'
}

async function recordedIn(file: string, catalog: GrowingCatalog): Promise<ReadonlyMap<string, DeclaredResource>> {
  const recorded = new Map<string, DeclaredResource>()
  for await (const event of readStates([file])) {
    if (event.kind !== 'resource' || event.resource.deposed !== undefined) continue
    await catalog.want(event.resource.type)
    recorded.set(event.resource.address, event.resource)
  }
  return recorded
}
