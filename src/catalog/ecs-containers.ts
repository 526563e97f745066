import {isArray, isRecord, Sensitive, type Value, type ValueRecord} from '../model/value.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {OwnTarget, ProjectedElement, Projection} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'
import {plainOf} from './plain-value.ts'

const path = 'ContainerDefinitions'
const attribute = 'container_definitions'

/** The containers of a task definition, one element each, so that a difference names the container and its member. */
export function containersOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const plain = plainOf(attributes[attribute])
  if (id === undefined || plain === undefined) return []
  const containers = parseDocument(plain.value)
  if (!isArray(containers)) return []
  const elements = containers.flatMap((container): readonly ProjectedElement[] => {
    if (!isRecord(container)) return []
    const element = canonical(container, plain.secret)
    return [{path, element, attribute, as: 'containerDefinitions', key: ['Name']}]
  })
  return [{objectType: 'AWS::ECS::TaskDefinition', id, location, elements, exclusive: [path]}]
}

/** Members by their canonical names; what is below them is the normaliser's matter. */
function canonical(container: ValueRecord, secret: boolean): Value {
  const members = Object.entries(container).map(([name, member]): [string, Value] => {
    const isKept = secret && name !== 'name'
    return [name.charAt(0).toUpperCase() + name.slice(1), isKept ? Sensitive.of(member) : member]
  })
  return Object.fromEntries(members)
}
