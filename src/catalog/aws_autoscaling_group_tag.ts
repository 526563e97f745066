import {groupType, tagElement} from './auto-scaling-group-elements.ts'
import {blocksOf} from './plain-value.ts'
import type {TerraformType} from './entry.ts'

/** One tag of a group that something else made, that of an EKS node group as a rule. */
export const entry: TerraformType = {
  type: 'aws_autoscaling_group_tag',
  confidence: 'curated',
  objectType: groupType,
  role: 'part',
  identity: [['autoscaling_group_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    autoscaling_group_name: {skip: 'identity', because: 'names the group'},
    tag: {custom: 'the element of Tags'},
  },
  project({attributes}, {id, location}) {
    if (id === undefined) return []
    const elements = blocksOf(attributes['tag']).map((block) => tagElement(block, 'tag'))
    return [{objectType: groupType, id, location, elements, wholeResource: true}]
  },
}
