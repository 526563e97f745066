import {readStates} from '../declared/state/read-states.ts'
import {recordedAttributes} from '../declared/state/recorded-attributes.ts'
import {stateInput} from '../declared/state/state-input.ts'
import type {Gap} from '../model/gap.ts'
import type {InspectedResource, InspectedState, Inspection} from '../model/inspection.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {CodeRequest} from './code.ts'

/** What was read of the declared side, and nothing else: no AWS, no comparison. */
export async function inspect(states: readonly string[], surroundings: Surroundings): Promise<Inspection> {
  const {inspectResource, mergeDeposed} = await import('../join/inspect.ts')
  const resources: InspectedResource[] = []
  const read: InspectedState[] = []
  const gaps: Gap[] = []
  surroundings.progress.step('reading states')
  for await (const event of readStates(states, surroundings)) {
    if (event.kind === 'resource') resources.push(inspectResource(event.resource))
    else if (event.kind === 'gap') gaps.push(event.gap)
    else read.push({...stateInput(event), ...(event.lineage === undefined ? {} : {lineage: event.lineage})})
    surroundings.progress.advance(resources.length)
  }
  return {states: read, resources: mergeDeposed(resources), gaps}
}

/** What the code sets, evaluated with what the states recorded at hand. */
export async function inspectCode(
  {folder, ...given}: CodeRequest,
  states: readonly string[],
  surroundings: Surroundings,
): Promise<Inspection> {
  const {progress, cacheFolder} = surroundings
  const recorded = await recordedAttributes(states, surroundings)
  progress.step(`reading ${folder}`)
  const {readConfiguration} = await import('../declared/hcl/read-configuration.ts')
  const {inspectResource} = await import('../join/inspect.ts')
  const options = {...given, cacheFolder, recorded: (address: string) => recorded.get(address)}
  const {resources, gaps} = await readConfiguration(folder, options)
  return {states: [], configuration: folder, resources: resources.map(inspectResource), gaps}
}
