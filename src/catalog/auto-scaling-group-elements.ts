import type {DeclaredResource} from '../model/declared.ts'
import {isArray, isEmpty, type Value, type ValueRecord} from '../model/value.ts'
import {declared} from './blocks.ts'
import type {OwnTarget, ProjectedElement, Projection} from './entry.ts'
import {blocksOf} from './plain-value.ts'

export const groupType = 'AWS::AutoScaling::AutoScalingGroup'

/** What the table of aws_autoscaling_group cannot say: what other resources may declare as well. */
export function autoScalingGroupProjections({attributes}: DeclaredResource, own: OwnTarget): readonly Projection[] {
  const {id, location} = own
  if (id === undefined) return []
  const attached = ['LoadBalancerNames', 'TargetGroupARNs'].filter(
    (path) => attributes[attachments[path] ?? ''] !== undefined,
  )
  return [
    {
      objectType: groupType,
      id,
      location,
      elements: [
        ...tags(attributes),
        ...hooks(attributes),
        ...attachedElements(attributes),
        ...otherSources(attributes),
      ],
      exclusive: [...(isTagged(attributes) ? ['Tags'] : []), ...attached],
      echoes: attached,
      open: ['TrafficSources'],
    },
  ]
}

const attachments: Readonly<Record<string, string>> = {
  LoadBalancerNames: 'load_balancers',
  TargetGroupARNs: 'target_group_arns',
}

function isTagged({tag, tags: list}: ValueRecord): boolean {
  return tag !== undefined || list !== undefined
}

/** The `tag` blocks and, up to provider 4, a list of maps; each yields to an aws_autoscaling_group_tag of the same key. */
function tags({tag, tags: list}: ValueRecord): readonly ProjectedElement[] {
  const named = {tag, tags: isArray(list) ? list : null}
  return Object.entries(named).flatMap(([attribute, value]) =>
    blocksOf(value).map((block) => ({...tagElement(block, attribute), secondary: true as const})),
  )
}

export function tagElement(block: ValueRecord, attribute: string): ProjectedElement {
  const {key, value, propagate_at_launch: propagate} = block
  const element = {Key: key ?? null, Value: value ?? '', PropagateAtLaunch: propagate ?? false}
  return {path: 'Tags', element, attribute, key: ['Key']}
}

/** Made with the group and not read back since; each yields to an aws_autoscaling_lifecycle_hook of the same name. */
function hooks({initial_lifecycle_hook: initial}: ValueRecord): readonly ProjectedElement[] {
  return blocksOf(initial).map((block) => ({...hookElement(block, 'initial_lifecycle_hook'), secondary: true as const}))
}

/** What AWS takes where nothing is said: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LifecycleHook.html */
export function hookElement(block: ValueRecord, attribute: string): ProjectedElement {
  const element = {
    DefaultResult: 'ABANDON',
    HeartbeatTimeout: 3600,
    ...declared({
      DefaultResult: block['default_result'],
      HeartbeatTimeout: block['heartbeat_timeout'],
      LifecycleHookName: block['name'],
      LifecycleTransition: block['lifecycle_transition'],
      NotificationMetadata: block['notification_metadata'],
      NotificationTargetARN: block['notification_target_arn'],
      RoleARN: block['role_arn'],
    }),
  }
  return {path: 'LifecycleHookSpecificationList', element, attribute, key: ['LifecycleHookName']}
}

function attachedElements(attributes: ValueRecord): readonly ProjectedElement[] {
  return Object.entries(attachments).flatMap(([path, attribute]) =>
    listOf(attributes[attribute]).map((element) => ({path, element, attribute})),
  )
}

/** The provider records target groups and Classic Load Balancers here too, which have attributes of their own. */
function otherSources({traffic_source: sources}: ValueRecord): readonly ProjectedElement[] {
  return blocksOf(sources)
    .filter(({type}) => type === 'vpc-lattice')
    .map(({identifier, type}) => ({
      path: 'TrafficSources',
      element: {Identifier: identifier ?? null, Type: type ?? null},
      attribute: 'traffic_source',
    }))
}

function listOf(value: Value | undefined): readonly Value[] {
  return isArray(value) ? value.filter((item) => !isEmpty(item)) : []
}
