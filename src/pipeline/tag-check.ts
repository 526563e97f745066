import type {Catalog} from '../catalog/catalog.ts'
import {objectFinder} from '../drift/object-finder.ts'
import {ownerOf} from '../drift/owners.ts'
import type {Joined} from '../join/joined.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TagCheckContext} from '../tags/check.ts'
import {parentsOf} from '../tags/parents.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import type {TagPolicy} from '../tags/policy/policy.ts'

/** YAML, schema and RE2 are loaded where there is a policy to read: they are half of the start-up time. */
export async function policyOf(texts: readonly PolicyText[]): Promise<TagPolicy> {
  if (texts.length === 0) return {names: [], rules: [], exemptions: []}
  const {loadPolicies} = await import('../tags/policy/load.ts')
  return loadPolicies(texts)
}

export function tagContext(
  joined: Pick<Joined, 'objects' | 'unjoined'>,
  catalog: Catalog,
  {now}: Surroundings,
): TagCheckContext {
  const owners = {find: objectFinder(joined.objects), catalog}
  return {
    catalog,
    today: now.toISOString().slice(0, 10),
    ownedBy: ({live}) => (live === undefined ? undefined : ownerOf(live, owners)?.ownedBy),
    parentsOf: (object) => parentsOf(object, owners.find),
    unjoined: joined.unjoined,
  }
}
