import {isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import {filled, listed, picked, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector, ServiceDocument} from './projector.ts'

/** Members of the document whose names are canonical but for their first letter. */
const plain = [
  'AutoScalingGroupName',
  'CapacityRebalance',
  'DefaultInstanceWarmup',
  'DesiredCapacity',
  'DesiredCapacityType',
  'HealthCheckGracePeriod',
  'HealthCheckType',
  'LaunchConfigurationName',
  'LoadBalancerNames',
  'MaxInstanceLifetime',
  'MaxSize',
  'MinSize',
  'NewInstancesProtectedFromScaleIn',
  'PlacementGroup',
  'ServiceLinkedRoleARN',
  'TargetGroupARNs',
  'TerminationPolicies',
]
/** Shown by DescribeAutoScalingGroups, not by AWS Config (https://github.com/awslabs/aws-config-resource-schema). */
const describedOnly = [
  'AvailabilityZoneDistribution',
  'CapacityReservationSpecification',
  'Context',
  'InstanceMaintenancePolicy',
  'TrafficSources',
]

/**
 * The answer of DescribeAutoScalingGroups (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html), which
 * Config keeps with the lifecycle hooks beside it; the CloudFormation form passes through.
 */
export const autoScalingGroup: Projector = {
  objectType: 'AWS::AutoScaling::AutoScalingGroup',
  sees: [
    ...plain,
    ...describedOnly,
    'AvailabilityZones',
    'Cooldown',
    'LaunchTemplate',
    'LifecycleHookSpecificationList',
    'MetricsCollection',
    'MixedInstancesPolicy',
    'SuspendedProcesses',
    'Tags',
    'VPCZoneIdentifier',
    'WarmPool',
  ],
  project: (document) => {
    const {resourceId, configuration} = document
    const properties = 'AutoScalingGroupName' in configuration ? cloudFormation(configuration) : described(document)
    const status = textAt(configuration, 'status')
    const name = textAt(properties, 'AutoScalingGroupName') ?? resourceId
    const unseen = [...(unseenOf(properties, describedOnly).unseen ?? []), ...unseenHere(document, properties)]
    return {
      id: name,
      name,
      ...(status === 'Delete in progress' ? {deleting: status} : {}),
      ...(unseen.length > 0 ? {unseen} : {}),
      properties,
    }
  },
}

function cloudFormation(group: JsonRecord): JsonRecord {
  return {...group, Tags: groupTags(recordsAt(group, 'Tags').map((tag) => picked(tag, tagMembers))) ?? []}
}

function described({configuration: group, supplementary}: ServiceDocument): JsonRecord {
  return said({
    ...picked(pascalKeys(group), plain),
    ...picked(pascal(group) as JsonRecord, ['LaunchTemplate', 'MixedInstancesPolicy', ...describedOnly]),
    AvailabilityZones: listed(textsOf(group['availabilityZones'])),
    Cooldown: group['defaultCooldown'],
    LifecycleHookSpecificationList: listed(recordsAt(supplementary, 'LifeCycleHooks').map(hook)),
    MetricsCollection: metrics(recordsAt(group, 'enabledMetrics')),
    SuspendedProcesses: listed(
      recordsAt(group, 'suspendedProcesses').flatMap((process) => textAt(process, 'processName') ?? []),
    ),
    Tags: groupTags(recordsAt(group, 'tags').map((tag) => picked(pascalKeys(tag), tagMembers))),
    VPCZoneIdentifier: listed(
      (textAt(group, 'vpczoneIdentifier') ?? textAt(group, 'vPCZoneIdentifier') ?? '').split(',').filter(Boolean),
    ),
    WarmPool: warmPool(recordAt(group, 'warmPoolConfiguration')),
  })
}

const tagMembers = ['Key', 'Value', 'PropagateAtLaunch']

function groupTags(tags: readonly JsonRecord[]): Json | undefined {
  return listed(tags.filter(({Key: key}) => typeof key === 'string' && !key.startsWith('aws:')))
}

const hookMembers = [
  'DefaultResult',
  'HeartbeatTimeout',
  'LifecycleHookName',
  'LifecycleTransition',
  'NotificationMetadata',
  'NotificationTargetARN',
  'RoleARN',
]

function hook(document: JsonRecord): JsonRecord {
  return filled(picked(pascalKeys(document), hookMembers))
}

function metrics(enabled: readonly JsonRecord[]): Json | undefined {
  const byGranularity = Map.groupBy(enabled, (each) => textAt(each, 'granularity') ?? '1Minute')
  return listed(
    [...byGranularity].map(([Granularity, each]) => ({
      Granularity,
      Metrics: each.flatMap((one) => textAt(one, 'metric') ?? []),
    })),
  )
}

/** A pool that is going away is none. */
function warmPool(pool: JsonRecord): Json | undefined {
  if (isEmpty(pool) || pool['status'] === 'PendingDelete') return undefined
  return picked(pascal(pool) as JsonRecord, ['InstanceReusePolicy', 'MaxGroupPreparedCapacity', 'MinSize', 'PoolState'])
}

/** Texts, or objects that hold one each, as Config's published schema has it. */
function textsOf(value: Json | undefined): readonly string[] {
  const items = isArray(value) ? value : []
  return items.flatMap((item) =>
    typeof item === 'string' ? item : isRecord(item) ? (textAt(item, 'value') ?? []) : [],
  )
}

/** Hooks are beside the document; tags with their propagation are inside, or nowhere though the item has tags. */
function unseenHere({configuration, supplementary, tags}: ServiceDocument, properties: JsonRecord): readonly string[] {
  if ('AutoScalingGroupName' in configuration) return ['SuspendedProcesses', 'WarmPool']
  const noTags = properties['Tags'] === undefined && (configuration['tags'] === undefined || !isEmpty(tags))
  return [
    ...(noTags ? ['Tags'] : []),
    ...(supplementary['LifeCycleHooks'] === undefined ? ['LifecycleHookSpecificationList'] : []),
  ]
}
