import type {DeclaredResource} from '../model/declared.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import {blockOf, blocksOf, declared} from './blocks.ts'
import type {OwnTarget, Projection} from './entry.ts'

const objectType = 'AWS::ECS::Service'
const path = 'LoadBalancers'
const attribute = 'load_balancer'

/** Deployment controllers other than ECS itself. */
const swappers: ReadonlyMap<Value, string> = new Map([
  ['CODE_DEPLOY', 'CodeDeploy'],
  ['EXTERNAL', 'an external deployment controller'],
])

/** ECS runs one task on each instance of a DAEMON service: nobody sets their number. */
export function replicasOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const {desired_count: value, scheduling_strategy: strategy} = attributes
  if (id === undefined || value === undefined || strategy === 'DAEMON') return []
  return [
    {objectType, id, location, properties: [{path: 'DesiredCount', value, attribute: 'desired_count', default: 0}]},
  ]
}

/**
 * Where containers are reached from. CodeDeploy and external controllers swap the target groups with every deployment
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html): theirs are no drift.
 */
export function loadBalancersOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const {load_balancer: blocks, deployment_controller: controller} = attributes
  if (id === undefined || blocks === undefined) return []
  const loadBalancers = blocksOf(blocks).map(loadBalancer)
  const by = swappers.get(blockOf(controller)['type'] ?? 'ECS')
  const target = {objectType, id, location}
  if (by !== undefined) {
    const value = {path, value: loadBalancers, attribute, as: 'set', controlled: {by}} as const
    return [{...target, properties: [value]}]
  }
  const key = ['ContainerName', 'ContainerPort']
  return [{...target, elements: loadBalancers.map((element) => ({path, element, attribute, key})), exclusive: [path]}]
}

function loadBalancer(block: ValueRecord): Value {
  const advanced = blockOf(block['advanced_configuration'])
  return declared({
    TargetGroupArn: block['target_group_arn'],
    LoadBalancerName: block['elb_name'],
    ContainerName: block['container_name'],
    ContainerPort: block['container_port'],
    AdvancedConfiguration: declared({
      AlternateTargetGroupArn: advanced['alternate_target_group_arn'],
      ProductionListenerRule: advanced['production_listener_rule'],
      RoleArn: advanced['role_arn'],
      TestListenerRule: advanced['test_listener_rule'],
    }),
  })
}
