import {groupType, hookElement} from './auto-scaling-group-elements.ts'
import type {TerraformType} from './entry.ts'

const element = {custom: 'the element of LifecycleHookSpecificationList'}

/** In CloudFormation a type of its own and a property of the group; AWS Config shows hooks with their group. */
export const entry: TerraformType = {
  type: 'aws_autoscaling_lifecycle_hook',
  confidence: 'curated',
  objectType: groupType,
  role: 'part',
  identity: [['autoscaling_group_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    autoscaling_group_name: {skip: 'identity', because: 'names the group'},
    default_result: element,
    heartbeat_timeout: element,
    lifecycle_transition: element,
    name: element,
    notification_metadata: element,
    notification_target_arn: element,
    role_arn: element,
  },
  project({attributes}, {id, location}) {
    if (id === undefined) return []
    return [{objectType: groupType, id, location, elements: [hookElement(attributes, 'name')], wholeResource: true}]
  },
}
