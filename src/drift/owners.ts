import {parseArn} from '../model/arn.ts'
import type {LiveObject} from '../model/live.ts'
import {valueAt} from '../model/path.ts'
import {isArray, isRecord} from '../model/value.ts'
import type {ClassifyContext} from './classify.ts'
import {apiDomainOwners} from './api-domain-owners.ts'
import {emrOwners} from './emr-owners.ts'
import {ownerByName} from './named-owners.ts'
import {networkOwners} from './network-owners.ts'
import {ownerOfFamily} from './task-definition-family.ts'

/** Who keeps an object that no state declares, and how that was seen. */
export interface Owner {
  readonly ownedBy: string
  readonly evidence: string
}

/** Tags that other tools put on what they make, and whose they are; the most specific first. Sources are each tool's documentation. */
const ownerTags: readonly (readonly [key: string, owner: (value: string) => string])[] = [
  ['aws:autoscaling:groupName', (value) => `Auto Scaling group ${value}`],
  ['aws:ec2:fleet-id', (value) => `EC2 Fleet ${value}`],
  ['aws:ec2spot:fleet-request-id', (value) => `Spot Fleet ${value}`],
  ['aws:elasticmapreduce:job-flow-id', (value) => `EMR cluster ${value}`],
  ['AWSBatchServiceTag', () => 'AWS Batch'],
  ['aws:batch:compute-environment', (value) => `AWS Batch compute environment ${value}`],
  // https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-vpc.html: the file system of a domain
  ['ManagedByAmazonSageMakerResource', (value) => `SageMaker ${value.split('/').at(-1)}`],
  ['Ec2ImageBuilderArn', (value) => `EC2 Image Builder ${value}`],
  ['aws:dlm:lifecycle-policy-id', (value) => `Data Lifecycle Manager policy ${value}`],
  ['karpenter.sh/provisioner-name', (value) => `Karpenter provisioner ${value}`],
  ['karpenter.sh/nodepool', (value) => `Karpenter node pool ${value}`],
  ['eks:nodegroup-name', (value) => `EKS node group ${value}`],
  ['aws:eks:cluster-name', (value) => `EKS cluster ${value}`],
  ['eks:cluster-name', (value) => `EKS cluster ${value}`],
  ['elbv2.k8s.aws/cluster', (value) => `AWS Load Balancer Controller of cluster ${value}`],
  ['ebs.csi.aws.com/cluster', () => 'EBS CSI driver'],
  ['node.k8s.amazonaws.com/instance_id', (value) => `Amazon VPC CNI of instance ${value}`],
  ['aws:servicecatalog:provisioningArtifactIdentifier', (value) => `Service Catalog product ${value}`],
  ['aws:cloudformation:stack-name', (value) => `CloudFormation stack ${value}`],
  ['aws:backup:source-resource', () => 'AWS Backup'],
  ['elasticbeanstalk:environment-name', (value) => `Elastic Beanstalk environment ${value}`],
]

/** @param ownerOf of another object, which what it owns passes on */
export type OwnerRule = (
  object: LiveObject,
  context: ClassifyContext,
  ownerOf: (object: LiveObject) => Owner | undefined,
) => Owner | undefined

const rulesByType: Readonly<Record<string, OwnerRule>> = {
  ...networkOwners,
  ...apiDomainOwners,
  ...emrOwners,
  'AWS::CloudTrail::Trail': shadowTrail,
  'AWS::AutoScaling::ScalingPolicy': ofGroup,
  'AWS::AutoScaling::ScheduledAction': ofGroup,
  'AWS::EC2::Snapshot': imageSnapshot,
  'AWS::ElastiCache::CacheCluster': memberOfReplicationGroup,
  'AWS::Events::Rule': managedRule,
  'AWS::Glue::Table': crawledTable,
  'AWS::IAM::Role': serviceLinkedRole,
  'AWS::IAM::ManagedPolicy': awsManagedPolicy,
  'AWS::KMS::Alias': awsManagedAlias,
  'AWS::KMS::Key': awsManagedKey,
  'AWS::EC2::Volume': attachedVolume,
  'AWS::ECS::TaskDefinition': ownerOfFamily,
}

export function ownerOf(object: LiveObject, context: ClassifyContext): Owner | undefined {
  const rule = rulesByType[object.type]
  return byTags(object) ?? rule?.(object, context, (other) => ownerOf(other, context)) ?? ownerByName(object)
}

function byTags({tags}: LiveObject): Owner | undefined {
  for (const [key, owner] of ownerTags) {
    const value = tags?.[key]
    if (value !== undefined) return {ownedBy: owner(value), evidence: `tag ${key}`}
  }
  const cluster = Object.keys(tags ?? {}).find(
    (key) => key.startsWith('kubernetes.io/cluster/') && tags?.[key] === 'owned',
  )
  if (cluster)
    return {ownedBy: `Kubernetes cluster ${cluster.slice('kubernetes.io/cluster/'.length)}`, evidence: `tag ${cluster}`}
  return undefined
}

/** Every region shows a trail of all regions (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html). */
function shadowTrail({arn, location}: LiveObject): Owner | undefined {
  const home = parseArn(arn)?.region
  if (home === undefined || home === location.region) return undefined
  return {ownedBy: `trail ${arn}`, evidence: `home region ${home}`}
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html: always under this path. */
function serviceLinkedRole({properties}: LiveObject): Owner | undefined {
  const path = properties['Path']
  if (typeof path !== 'string' || !path.startsWith('/aws-service-role/')) return undefined
  return {ownedBy: `AWS service ${path.split('/')[2] ?? ''}`, evidence: `path ${path}`}
}

function awsManagedPolicy({arn}: LiveObject): Owner | undefined {
  return arn?.includes(':iam::aws:policy/')
    ? {ownedBy: 'AWS (managed policy)', evidence: 'account aws in the ARN'}
    : undefined
}

function awsManagedKey({properties}: LiveObject): Owner | undefined {
  return properties['KeyManager'] === 'AWS' ? {ownedBy: 'AWS (managed key)', evidence: 'KeyManager AWS'} : undefined
}

/** Nobody else may make such a name: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
function awsManagedAlias({id}: LiveObject): Owner | undefined {
  return id.startsWith('alias/aws/') ? {ownedBy: 'AWS (managed key)', evidence: 'name alias/aws/'} : undefined
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html */
function memberOfReplicationGroup({properties}: LiveObject): Owner | undefined {
  const group = properties['ReplicationGroupId']
  if (typeof group !== 'string' || group === '') return undefined
  return {ownedBy: `replication group ${group}`, evidence: `ReplicationGroupId ${group}`}
}

/** A service that made a rule for itself (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html). */
function managedRule({properties}: LiveObject): Owner | undefined {
  const service = properties['ManagedBy']
  if (typeof service !== 'string' || service === '') return undefined
  return {ownedBy: `AWS service ${service}`, evidence: `ManagedBy ${service}`}
}

/**
 * A volume belongs to the instance that it came with; an instance that is someone's child passes that on. One that nobody keeps
 * keeps the volume that goes when it goes, and is told itself.
 */
function attachedVolume({properties, location}: LiveObject, context: ClassifyContext): Owner | undefined {
  const attachments = properties['VolumeAttachment']
  const [attachment] = isArray(attachments) ? attachments : []
  const instanceId = isRecord(attachment) ? attachment['InstanceId'] : undefined
  if (typeof instanceId !== 'string') return undefined
  const instance = context.find('AWS::EC2::Instance', instanceId, location)
  const [share] = instance?.shares ?? []
  if (share) return {ownedBy: share.resource.address, evidence: `attached to ${instanceId}`}
  if (!instance?.live) return undefined
  const owner = ownerOf(instance.live, context)
  if (owner) return {ownedBy: owner.ownedBy, evidence: `attached to ${instanceId}, ${owner.evidence}`}
  const goesToo = isRecord(attachment) && attachment['DeleteOnTermination'] === true
  return goesToo ? {ownedBy: `instance ${instanceId}`, evidence: 'deleted with it'} : undefined
}

/** Policies and scheduled actions have no tags: they are kept by whoever keeps their group. */
function ofGroup({properties, location}: LiveObject, context: ClassifyContext): Owner | undefined {
  const name = properties['AutoScalingGroupName']
  if (typeof name !== 'string') return undefined
  const group = context.find('AWS::AutoScaling::AutoScalingGroup', name, location)
  const owner = group?.live && group.shares.length === 0 ? ownerOf(group.live, context) : undefined
  return owner ? {ownedBy: owner.ownedBy, evidence: `Auto Scaling group ${name}, ${owner.evidence}`} : undefined
}

/** https://docs.aws.amazon.com/glue/latest/dg/table-properties-crawler.html */
function crawledTable({properties}: LiveObject): Owner | undefined {
  const crawler = valueAt(properties, ['TableInput', 'Parameters', 'UPDATED_BY_CRAWLER'])
  if (typeof crawler !== 'string') return undefined
  return {ownedBy: `Glue crawler ${crawler}`, evidence: 'its parameter UPDATED_BY_CRAWLER'}
}

/** EC2 notes in the description of what image it made a snapshot: "Created by CreateImage(i-...) for ami-...". */
function imageSnapshot({properties}: LiveObject): Owner | undefined {
  const description = properties['Description']
  const [, image] =
    /^Created by CreateImage\(\S+\) for (ami-[\da-f]+)/.exec(typeof description === 'string' ? description : '') ?? []
  return image === undefined ? undefined : {ownedBy: `image ${image}`, evidence: 'its description'}
}
