import type {JoinedObject} from '../join/joined.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import type {TagParentKind} from '../model/tag-cause.ts'
import {isArray, isRecord, type Value} from '../model/value.ts'

/** What made an object, of which the tags could have been handed on. */
export interface TagParent {
  readonly kind: TagParentKind
  readonly object: JoinedObject
}

export type FindObject = (type: ObjectType, id: string, place?: PartialLocation) => JoinedObject | undefined

interface ParentRule {
  readonly kind: TagParentKind
  readonly type: ObjectType
  /** The identifier of the parent; undefined where the object has none of this kind. */
  readonly id: (object: LiveObject) => string | undefined
}

const tag =
  (key: string) =>
  ({tags}: LiveObject): string | undefined =>
    tags?.[key]

/**
 * By the tags that AWS itself puts on what a service makes, and by what an object is attached to; the most specific first. Of none of
 * these do all tags reach the object by themselves:
 *
 * - Auto Scaling: those with PropagateAtLaunch reach instances, none reaches volumes
 *   (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html)
 * - EKS: tags of a node group stay on it (https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html)
 * - Batch: tags of a compute environment stay on it, those of its compute resources reach instances
 *   (https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html)
 * - ECS: only with propagateTags (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html)
 * - SageMaker: only with TagPropagation (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html)
 * - launch templates: only those under TagSpecifications
 *   (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html)
 */
const rules: readonly ParentRule[] = [
  {kind: 'eks-node-group', type: 'AWS::EKS::Nodegroup', id: nodeGroup},
  {kind: 'batch-compute-environment', type: 'AWS::Batch::ComputeEnvironment', id: tag('aws:batch:compute-environment')},
  {kind: 'emr-cluster', type: 'AWS::EMR::Cluster', id: tag('aws:elasticmapreduce:job-flow-id')},
  {kind: 'auto-scaling-group', type: 'AWS::AutoScaling::AutoScalingGroup', id: tag('aws:autoscaling:groupName')},
  {kind: 'ecs-service', type: 'AWS::ECS::Service', id: tag('aws:ecs:serviceName')},
  {kind: 'launch-template', type: 'AWS::EC2::LaunchTemplate', id: tag('aws:ec2launchtemplate:id')},
  {kind: 'sagemaker-domain', type: 'AWS::SageMaker::Domain', id: domain},
  {kind: 'instance', type: 'AWS::EC2::Instance', id: instance},
]

/** What made a live object, as far as it is among what was read. */
export function parentsOf(object: LiveObject, find: FindObject): readonly TagParent[] {
  return rules.flatMap(({kind, type, id: idOf}) => {
    const id = idOf(object)
    const parent = id === undefined ? undefined : find(type, id, object.location)
    return parent ? [{kind, object: parent}] : []
  })
}

function nodeGroup({tags}: LiveObject): string | undefined {
  const [cluster, name] = [tags?.['eks:cluster-name'] ?? tags?.['aws:eks:cluster-name'], tags?.['eks:nodegroup-name']]
  return cluster === undefined || name === undefined ? undefined : `${cluster}/${name}`
}

/** User profiles and apps name their domain. */
function domain({type, properties}: LiveObject): string | undefined {
  return type.startsWith('AWS::SageMaker::') ? text(properties['DomainId']) : undefined
}

/** A volume or an interface is the instance's that it is attached to. */
function instance({type, properties}: LiveObject): string | undefined {
  if (type === 'AWS::EC2::Volume') {
    const attachments = properties['VolumeAttachment']
    const [first] = isArray(attachments) ? attachments : []
    return isRecord(first) ? text(first['InstanceId']) : undefined
  }
  return undefined
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
