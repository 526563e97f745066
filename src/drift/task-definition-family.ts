import type {JoinedObject} from '../join/joined.ts'
import type {LiveObject} from '../model/live.ts'
import type {ClassifyContext} from './classify.ts'
import type {ObjectFinder} from './object-finder.ts'
import type {Owner} from './owners.ts'

const declaredFamilies = new WeakMap<ObjectFinder, ReadonlyMap<string, string>>()

/**
 * Revisions of a task definition pile up, each an object of its own: one that a pipeline registered belongs to whoever declares
 * another of its family (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definitions.html).
 */
export function ownerOfFamily({id, location}: LiveObject, {find}: ClassifyContext): Owner | undefined {
  let families = declaredFamilies.get(find)
  if (!families) declaredFamilies.set(find, (families = familiesOf(find.objects)))
  const ownedBy = families.get(`${location.account} ${familyOf(id)}`)
  return ownedBy === undefined ? undefined : {ownedBy, evidence: `another revision of ${familyOf(id)}`}
}

function familiesOf(objects: readonly JoinedObject[]): ReadonlyMap<string, string> {
  const declared = objects.filter(({type, shares}) => type === 'AWS::ECS::TaskDefinition' && shares.length > 0)
  const names = declared.map(({id, location: {account}, shares}) => {
    return [`${account} ${familyOf(id)}`, shares[0]?.resource.address ?? id] as const
  })
  return new Map(names)
}

/** The ARN without its revision. */
function familyOf(arn: string): string {
  return arn.replace(/:\d+$/, '')
}
