import {loadCatalog} from '../../src/catalog/catalog.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {writeSnapshot} from '../../src/live/snapshot/write.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject, LivePage} from '../../src/model/live.ts'
import {applied, changes} from './changes.ts'
import {asRecorded} from './recorded.ts'
import {gaps, isUnread, scopes} from './scopes.ts'
import {defaultGroups, unmanaged, type Network} from './unmanaged.ts'
import {euCentral, global, takenAt, textOf, usEast} from './places.ts'

/**
 * The live side of the sample: what its state says, seen through AWS Config, then changed by hand in a dozen places, among objects
 * that Terraform never saw.
 */
export async function writeDemoSnapshot(file: string): Promise<void> {
  const origin = {createdAt: takenAt, trueup: '0.1.0', locations: [global, euCentral, usEast]}
  await writeSnapshot(demoPage(), file, origin, {salt: () => 'the sample holds no secret'})
}

async function* demoPage(): AsyncGenerator<LivePage> {
  const catalog = await loadCatalog()
  const resources = await declared()
  const recorded = asRecorded(resources, catalog)
  const objects = [...changes.reduce(applied, recorded), ...unmanaged(networkOf(recorded)), ...defaultGroups(resources)]
  const types = new Set(objects.map(({type}) => type))
  yield [
    ...gaps.map((gap) => ({kind: 'gap', gap}) as const),
    ...scopes(types).map((scope) => ({kind: 'scope', scope}) as const),
    ...objects
      .filter(({type, location}) => !isUnread(type, location))
      .map((object) => ({kind: 'object', object}) as const),
  ]
}

async function declared(): Promise<readonly DeclaredResource[]> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates(['fixtures/demo/terraform.tfstate'])) {
    if (event.kind === 'resource') resources.push(event.resource)
  }
  return resources
}

/** The forgotten machines run beside the first trainer. */
function networkOf(objects: readonly LiveObject[]): Network {
  const trainer = objects.find(({tags}) => tags?.['Name'] === 'heron-prod-trainer-0')
  const {SubnetId: subnet, ImageId: image} = trainer?.properties ?? {}
  return {subnet: textOf(subnet), image: textOf(image)}
}
