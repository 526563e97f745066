import type {DeclaredResource} from '../model/declared.ts'
import {isArray, isRecord, Unknown, type Value, type ValueRecord} from '../model/value.ts'
import {viewOfBlocks, withAdded} from './declared-tags.ts'
import type {AddedTags} from './single-tags.ts'
import {unknownBecause, viewOf, type TagView} from './tag-view.ts'

/** Something that a resource makes besides itself, with tags of its own. */
export interface TaggedPart {
  /** Where its tags are written: `root_block_device[0]`. */
  readonly part: string
  /** The Terraform type that would declare it. */
  readonly type: string
  readonly view: TagView
  /** The way to the tags, for the place in the code. */
  readonly path: readonly (string | number)[]
}

/** Finds a resource by what refers to it. */
export type FindDeclared = (reference: string) => DeclaredResource | undefined

/**
 * Volumes of an instance, what a launch template tags, and the instances of a group: all of it costs money of its own, and takes no tags
 * of the resource itself. Only of code, and only what is written there: a volume that just comes with the image is nobody's block.
 */
export function partsOf(resource: DeclaredResource, added: AddedTags, find: FindDeclared): readonly TaggedPart[] {
  switch (resource.type) {
    case 'aws_instance':
      return volumes(resource.attributes)
    case 'aws_launch_template':
      return specifications(resource.attributes)
    case 'aws_autoscaling_group':
      return launched(resource, added, find)
    default:
      return []
  }
}

/** `volume_tags` are those of every volume, and leave nothing to the blocks. */
function volumes({volume_tags: shared, ...attributes}: ValueRecord): readonly TaggedPart[] {
  const type = 'aws_ebs_volume'
  if (shared !== undefined && shared !== null) {
    return [{part: 'volume_tags', type, view: viewOfTags(shared), path: ['volume_tags']}]
  }
  return ['root_block_device', 'ebs_block_device'].flatMap((name) =>
    blocksOf(attributes[name]).map((block, index) => ({
      part: `${name}[${index}]`,
      type,
      view: viewOfTags(block['tags_all'] ?? block['tags']),
      path: [name, index, 'tags'],
    })),
  )
}

/** Of what a template can tag, that which costs money by itself. */
const specified: Readonly<Record<string, string>> = {instance: 'aws_instance', volume: 'aws_ebs_volume'}

/** Default tags do not reach them: https://github.com/hashicorp/terraform-provider-aws/issues/32328 */
function specifications(attributes: ValueRecord): readonly TaggedPart[] {
  return blocksOf(attributes['tag_specifications']).flatMap((block, index) => {
    const kind = block['resource_type']
    const type = typeof kind === 'string' ? specified[kind] : undefined
    if (type === undefined) return []
    const path = ['tag_specifications', index, 'tags']
    return [{part: `tag_specifications[${index}]`, type, view: viewOfTags(block['tags']), path}]
  })
}

/** Instances get those tags of their group that propagate, over those that its template gives them. */
function launched({attributes}: DeclaredResource, added: AddedTags, find: FindDeclared): readonly TaggedPart[] {
  const {tag: blocks, tags: list} = attributes
  if (blocks instanceof Unknown || list instanceof Unknown) return []
  const all = [...blocksOf(blocks), ...blocksOf(list)]
  const propagated = all.filter(({propagate_at_launch: propagate}) => propagate !== false && propagate !== 'false')
  const own = withAdded(viewOfBlocks(propagated), {...added, tags: added.tags.filter(({propagates}) => propagates)})
  const template = templateTags(attributes, find)
  const view = {...own, ...template, tags: new Map([...template.tags, ...own.tags])}
  return [
    {
      part: 'instances',
      type: 'aws_instance',
      view: own.rest === 'unknown' ? {...view, rest: 'unknown'} : view,
      path: ['tag'],
    },
  ]
}

const noTags: TagView = {tags: new Map(), rest: 'none'}

/** A template that is not in the code, or of which the version is another one, may tag anything. */
function templateTags(attributes: ValueRecord, find: FindDeclared): TagView {
  const [mixed] = blocksOf(attributes['mixed_instances_policy'])
  const [inner] = blocksOf(mixed?.['launch_template'])
  const [used] = [...blocksOf(attributes['launch_template']), ...blocksOf(inner?.['launch_template_specification'])]
  if (!used) return noTags
  const named = used['id'] ?? used['name'] ?? used['launch_template_id'] ?? used['launch_template_name']
  const reference = named instanceof Unknown ? (named.reference ?? '').replace(/\.\w+$/, '') : ''
  const template = find(reference)
  if (!template)
    return unknownBecause(named instanceof Unknown ? named : new Unknown('the launch template is not in the code'))
  const views = specifications(template.attributes).filter(({type}) => type === 'aws_instance')
  return views[0]?.view ?? noTags
}

function viewOfTags(tags: Value | undefined): TagView {
  if (tags instanceof Unknown) return unknownBecause(tags)
  return viewOf(isRecord(tags) ? Object.entries(tags) : [], 'none')
}

function blocksOf(value: Value | undefined): readonly ValueRecord[] {
  if (isRecord(value)) return [value]
  return isArray(value) ? (value.filter(isRecord) as readonly ValueRecord[]) : []
}
