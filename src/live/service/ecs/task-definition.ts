import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  type DescribeTaskDefinitionCommandOutput,
  type TaskDefinition,
  type Volume,
} from '@aws-sdk/client-ecs'

import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized, createdAt, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'containerDefinitions',
  'cpu',
  'enableFaultInjection',
  'ephemeralStorage',
  'executionRoleArn',
  'family',
  'inferenceAccelerators',
  'ipcMode',
  'memory',
  'networkMode',
  'pidMode',
  'placementConstraints',
  'requiresCompatibilities',
  'runtimePlatform',
  'taskDefinitionArn',
  'taskRoleArn',
] as const

/** Their keys are people's own: of log drivers, of Docker, of volumes. */
const maps = new Set(['dockerLabels', 'driverOpts', 'labels', 'options'])

type Answer = Pick<DescribeTaskDefinitionCommandOutput, 'tags'> & {readonly definition: TaskDefinition}

/** Every revision that there ever was would be listed: only the declared ones are asked for. */
export const taskDefinition = serviceType<ECSClient, Answer>({
  objectType: 'AWS::ECS::TaskDefinition',
  client: ECSClient,
  sees: [...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), 'ProxyConfiguration', 'Volumes'],
  get: {
    size: 1,
    read: async (client, [arn]) => {
      const command = new DescribeTaskDefinitionCommand({taskDefinition: arn, include: ['TAGS']})
      // What ECS says of one that is not there: "Unable to describe task definition."
      const answer = await unless(['ClientException'], client.send(command))
      return answer?.taskDefinition ? [{tags: answer.tags, definition: answer.taskDefinition}] : []
    },
  },
  object: ({definition, tags}) => ({
    id: definition.taskDefinitionArn ?? '',
    ...(definition.taskDefinitionArn === undefined ? {} : {arn: definition.taskDefinitionArn}),
    ...(definition.status === 'ACTIVE' || definition.status === undefined ? {} : {deleting: definition.status}),
    ...createdAt(definition.registeredAt),
    tags: tagsOf(tags),
    properties: {
      ...capitalized(definition, members, maps),
      ...proxy(definition),
      Volumes: definition.volumes?.map(volumeOf) ?? [],
    },
  }),
})

function proxy({proxyConfiguration}: TaskDefinition): JsonRecord {
  if (proxyConfiguration === undefined) return {}
  const {properties = [], ...rest} = proxyConfiguration
  const ProxyConfigurationProperties = properties.map((property) => capitalized(property, ['name', 'value']))
  return {ProxyConfiguration: {...capitalized(rest, ['containerName', 'type']), ProxyConfigurationProperties}}
}

/** CloudFormation writes the file systems its own way. */
function volumeOf(volume: Volume): JsonRecord {
  const {efsVolumeConfiguration: efs, fsxWindowsFileServerVolumeConfiguration: fsx} = volume
  return {
    ...capitalized(volume, ['configuredAtLaunch', 'dockerVolumeConfiguration', 'host', 'name'], maps),
    ...(efs === undefined
      ? {}
      : {
          EFSVolumeConfiguration: {
            ...capitalized(efs, ['rootDirectory', 'transitEncryption', 'transitEncryptionPort']),
            ...(efs.fileSystemId === undefined ? {} : {FilesystemId: efs.fileSystemId}),
            ...(efs.authorizationConfig === undefined
              ? {}
              : {AuthorizationConfig: authorization(efs.authorizationConfig)}),
          },
        }),
    ...(fsx === undefined
      ? {}
      : {
          FSxWindowsFileServerVolumeConfiguration: capitalized(fsx, [
            'authorizationConfig',
            'fileSystemId',
            'rootDirectory',
          ]),
        }),
  }
}

function authorization(config: {
  readonly accessPointId?: string | undefined
  readonly iam?: string | undefined
}): JsonRecord {
  return {...capitalized(config, ['accessPointId']), ...(config.iam === undefined ? {} : {IAM: config.iam})}
}
