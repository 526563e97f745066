import {
  DescribeClusterCommand,
  EMRClient,
  GetAutoTerminationPolicyCommand,
  GetManagedScalingPolicyCommand,
  paginateListBootstrapActions,
  type Cluster,
} from '@aws-sdk/client-emr'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {clusters} from './clusters.ts'
import {configurations} from './configurations.ts'
import {collections, instancesOf} from './instances.ts'

const members = [
  'Applications',
  'AutoScalingRole',
  'CustomAmiId',
  'EbsRootVolumeIops',
  'EbsRootVolumeSize',
  'EbsRootVolumeThroughput',
  'Id',
  'LogEncryptionKmsKeyId',
  'LogUri',
  'Name',
  'OSReleaseLabel',
  'ReleaseLabel',
  'ScaleDownBehavior',
  'SecurityConfiguration',
  'ServiceRole',
  'StepConcurrencyLevel',
  'VisibleToAllUsers',
] as const

/** Of Instances, what the cluster itself tells. */
const ofInstances = ['TerminationProtected', 'UnhealthyNodeReplacement'] as const
const ofEc2 = [
  'AdditionalMasterSecurityGroups',
  'AdditionalSlaveSecurityGroups',
  'Ec2KeyName',
  'Ec2SubnetId',
  'EmrManagedMasterSecurityGroup',
  'EmrManagedSlaveSecurityGroup',
  'ServiceAccessSecurityGroup',
] as const

/** AWS Config does not know clusters, nor can Cloud Control read them. EMR remembers those that have ended; they are gone. */
export const cluster = serviceType<EMRClient, Cluster>({
  objectType: 'AWS::EMR::Cluster',
  client: EMRClient,
  sees: [
    ...members,
    ...[...ofInstances, ...ofEc2, 'Ec2SubnetIds', 'KeepJobFlowAliveWhenNoSteps'].map((name) => `Instances.${name}`),
    'Configurations',
    'JobFlowRole',
    // Who joins the domain, and all passwords, the provider does not take from the answer either.
    'KerberosAttributes.Realm',
    'MasterPublicDNS',
    'PlacementGroupConfigs',
  ],
  list: clusters,
  get: {
    size: 1,
    read: async (client, [ClusterId]) => {
      const command = new DescribeClusterCommand({ClusterId})
      const found = await unless(['ClusterNotFound', 'InvalidRequestException'], client.send(command))
      return found?.Cluster && !found.Cluster.Status?.State?.startsWith('TERMINATED') ? [found.Cluster] : []
    },
  },
  object: (answer) => {
    const {Status: status} = answer
    return {
      id: answer.Id ?? '',
      ...(answer.ClusterArn === undefined ? {} : {arn: answer.ClusterArn}),
      ...(answer.Name === undefined ? {} : {name: answer.Name}),
      ...(status?.State === 'TERMINATING' ? {deleting: status.State} : {}),
      ...createdAt(status?.Timeline?.CreationDateTime),
      tags: tagsOf(answer.Tags),
      properties: {
        ...named(answer, members),
        ...configurations(answer.Configurations),
        ...renamed(answer),
        Instances: instances(answer),
      },
    }
  },
  parts: [
    {
      shows: collections.map((name) => `Instances.${name}`),
      read: async (client, [answer = {}]) => [
        {properties: {Instances: {...instances(answer), ...(await instancesOf(client, answer))}}},
      ],
    },
    {
      shows: ['BootstrapActions'],
      read: async (client, [answer = {}]) => {
        const pages = paginateListBootstrapActions({client}, {ClusterId: answer.Id})
        const actions = (await Array.fromAsync(pagesOf(pages, ({BootstrapActions}) => BootstrapActions))).flat()
        const BootstrapActions = actions.map(({Name, ScriptPath, Args}) => ({
          Name,
          ScriptBootstrapAction: {Path: ScriptPath, Args},
        }))
        return [{properties: plain({BootstrapActions}) as JsonRecord}]
      },
    },
    {
      shows: ['AutoTerminationPolicy'],
      read: async (client, [answer = {}]) => {
        const command = new GetAutoTerminationPolicyCommand({ClusterId: answer.Id})
        // Where the release or the region knows no such policies.
        const found = await unless(['UnknownOperationException', 'ValidationException'], client.send(command))
        return [{properties: found ? named(found, ['AutoTerminationPolicy']) : {}}]
      },
    },
    {
      shows: ['ManagedScalingPolicy'],
      read: async (client, [answer = {}]) => {
        const command = new GetManagedScalingPolicyCommand({ClusterId: answer.Id})
        // As above; a cluster that is ending has none (internal/service/emr/managed_scaling_policy.go of the provider).
        const none = ['InvalidRequestException', 'UnknownOperationException', 'ValidationException']
        const found = await unless(none, client.send(command))
        return [{properties: found ? named(found, ['ManagedScalingPolicy']) : {}}]
      },
    },
  ],
})

function instances({Ec2InstanceAttributes: ec2 = {}, ...answer}: Cluster): JsonRecord {
  const {RequestedEc2SubnetIds: subnets = []} = ec2
  return {
    ...named(answer, ofInstances),
    ...named(ec2, ofEc2),
    ...(subnets.length === 0 ? {} : {Ec2SubnetIds: subnets}),
    ...(answer.AutoTerminate === undefined ? {} : {KeepJobFlowAliveWhenNoSteps: !answer.AutoTerminate}),
  }
}

function renamed(answer: Cluster): JsonRecord {
  const {Ec2InstanceAttributes: ec2, KerberosAttributes: kerberos, MasterPublicDnsName, PlacementGroups} = answer
  return plain({
    JobFlowRole: ec2?.IamInstanceProfile,
    KerberosAttributes: kerberos?.Realm === undefined ? undefined : {Realm: kerberos.Realm},
    MasterPublicDNS: MasterPublicDnsName,
    PlacementGroupConfigs: PlacementGroups,
  }) as JsonRecord
}
