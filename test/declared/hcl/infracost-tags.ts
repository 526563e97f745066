import {effectiveTags} from '../../../src/declared/hcl/module/effective-tags.ts'
import type {Configuration} from '../../../src/declared/hcl/read-configuration.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'
import {isArray, isRecord, Unknown, type Value, type ValueRecord} from '../../../src/model/value.ts'
import {declaredTags} from '../../../src/tags/declared-tags.ts'

type Tags = Readonly<Record<string, unknown>>

/** Tags as infracost writes them: those of a resource together with those that it hands on, named by where they are written. */
export function infracostTags(resource: DeclaredResource, configuration: Configuration): Tags {
  const {type, attributes} = resource
  switch (type) {
    case 'aws_autoscaling_group':
      return launchedTags(resource, configuration)
    case 'aws_instance':
      return {...tagsOf(resource), ...volumeTags(resource, configuration)}
    case 'aws_launch_template':
      // Of all types of resources in one map.
      return {...tagsOf(resource), ...prefixed('tag_specifications', specifiedTags(attributes, ofAnyType))}
    default:
      return tagsOf(resource)
  }
}

function tagsOf(resource: DeclaredResource): Tags {
  return Object.fromEntries(declaredTags(resource).tags)
}

/** Not the tags of the group but those that its instances get at launch; they are what costs money. */
function launchedTags(resource: DeclaredResource, configuration: Configuration): Tags {
  const blocks = blocksOf(resource.attributes['tag']).filter(({propagate_at_launch: propagated}) => propagated === true)
  const [template] = blocksOf(resource.attributes['launch_template'])
  const id = template?.['id']
  const address = id instanceof Unknown ? id.reference?.replace(/\.id$/, '') : undefined
  const launch = address === undefined ? {} : resourceAt(configuration, address).attributes
  return {
    ...specifiedTags(launch, ofInstances),
    ...tagsOf({...resource, attributes: {tag: blocks}}),
  }
}

/**
 * The provider merges its default tags into `volume_tags` when it makes volumes, and records neither them nor the tags of single
 * volumes then. The root volume of an instance without such a block, or a launch template, comes of the image, and gets the default
 * tags all the same (internal/service/ec2/ec2_instance.go, RunInstances).
 */
function volumeTags({attributes, provider}: DeclaredResource, {providers}: Configuration): Tags {
  const {volume_tags: shared, root_block_device: roots} = attributes
  const configured = providers.find(({ref}) => ref.text === provider.text)?.attributes() ?? {}
  if (isRecord(shared)) return prefixed('volume_tags', effectiveTags(shared, configured))
  const [root] = blocksOf(roots)
  const devices = blocksOf(attributes['ebs_block_device']).map((block, index) =>
    prefixed(`ebs_block_device[${index}]`, block['tags_all']),
  )
  return Object.assign(
    prefixed('root_block_device', root ? root['tags_all'] : effectiveTags(undefined, configured)),
    ...devices,
  )
}

const ofAnyType = () => true
const ofInstances = (type: unknown) => type === 'instance'

function specifiedTags(template: ValueRecord, isWanted: (type: unknown) => boolean): Tags {
  const wanted = blocksOf(template['tag_specifications']).filter(({resource_type: type}) => isWanted(type))
  return Object.assign({}, ...wanted.map(({tags}) => tags))
}

function blocksOf(value: Value | undefined): readonly ValueRecord[] {
  return isArray(value) ? (value.filter(isRecord) as readonly ValueRecord[]) : []
}

function prefixed(prefix: string, tags: unknown): Tags {
  return Object.fromEntries(Object.entries(tags ?? {}).map(([key, value]) => [`${prefix}.${key}`, value]))
}

export function resourceAt({resources}: Configuration, address: string): DeclaredResource {
  const found = resources.find((resource) => resource.address === address)
  if (!found) throw new Error(`${address} was not found`)
  return found
}
