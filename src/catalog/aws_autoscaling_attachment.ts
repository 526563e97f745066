import {groupType} from './auto-scaling-group-elements.ts'
import type {TerraformType} from './entry.ts'

const paths = {
  alb_target_group_arn: 'TargetGroupARNs',
  elb: 'LoadBalancerNames',
  lb_target_group_arn: 'TargetGroupARNs',
} as const

/** One target group or Classic Load Balancer of a group. The attribute was renamed in provider 4, both stood side by side up to 5. */
export const entry: TerraformType = {
  type: 'aws_autoscaling_attachment',
  confidence: 'curated',
  objectType: groupType,
  role: 'part',
  identity: [['autoscaling_group_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    alb_target_group_arn: {custom: 'the element of TargetGroupARNs'},
    autoscaling_group_name: {skip: 'identity', because: 'names the group'},
    elb: {custom: 'the element of LoadBalancerNames'},
    lb_target_group_arn: {custom: 'the element of TargetGroupARNs'},
  },
  project({attributes}, {id, location}) {
    if (id === undefined) return []
    const elements = Object.entries(paths).flatMap(([attribute, path]) => {
      const element = attributes[attribute]
      return element === undefined || element === null || element === '' ? [] : [{path, element, attribute}]
    })
    return [{objectType: groupType, id, location, elements: elements.slice(0, 1), wholeResource: true}]
  },
}
