import {
  EMRServerlessClient,
  GetApplicationCommand,
  paginateListApplications,
  type Application,
  type CloudWatchLoggingConfiguration,
  type ImageConfiguration,
} from '@aws-sdk/client-emr-serverless'

import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized, createdAt, pagesOf, plain, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'applicationId',
  'architecture',
  'arn',
  'autoStartConfiguration',
  'autoStopConfiguration',
  'interactiveConfiguration',
  'maximumCapacity',
  'name',
  'networkConfiguration',
  'releaseLabel',
  'runtimeConfiguration',
  'schedulerConfiguration',
  'type',
] as const

/** Its keys are names of settings. */
const maps = new Set(['properties'])

/** EMR Serverless remembers those that were deleted; they are gone. */
export const application = serviceType<EMRServerlessClient, Application>({
  objectType: 'AWS::EMRServerless::Application',
  client: EMRServerlessClient,
  sees: [
    ...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    'ImageConfiguration',
    'InitialCapacity',
    'MonitoringConfiguration',
    'WorkerTypeSpecifications',
  ],
  list: (client) =>
    pagesOf(
      paginateListApplications(
        {client, pageSize: 50},
        {states: ['CREATING', 'CREATED', 'STARTING', 'STARTED', 'STOPPING', 'STOPPED']},
      ),
      ({applications}) => applications?.flatMap(({id}) => id ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [applicationId]) => {
      const answer = await unless(
        ['ResourceNotFoundException'],
        client.send(new GetApplicationCommand({applicationId})),
      )
      return answer?.application && answer.application.state !== 'TERMINATED' ? [answer.application] : []
    },
  },
  object: (answer) => ({
    id: answer.applicationId ?? '',
    ...(answer.arn === undefined ? {} : {arn: answer.arn}),
    ...(answer.name === undefined ? {} : {name: answer.name}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(answer.tags ?? {}),
    properties: {...capitalized(answer, members, maps), ...images(answer), ...capacity(answer), ...monitoring(answer)},
  }),
})

function images({imageConfiguration, workerTypeSpecifications: workers}: Application): JsonRecord {
  const byType = Object.entries(workers ?? {}).map(([type, {imageConfiguration: of}]) => [
    type,
    {ImageConfiguration: image(of)},
  ])
  return plain({
    ImageConfiguration: imageConfiguration && image(imageConfiguration),
    WorkerTypeSpecifications: workers && Object.fromEntries(byType),
  }) as JsonRecord
}

/** Which digest it resolved to is not declared. */
function image(configuration: ImageConfiguration | undefined): JsonRecord {
  return configuration ? capitalized(configuration, ['imageUri']) : {}
}

/** A map by the type of the workers is a list of pairs in CloudFormation. */
function capacity({initialCapacity}: Application): JsonRecord {
  if (initialCapacity === undefined) return {}
  const InitialCapacity = Object.entries(initialCapacity).map(([Key, config]) => ({
    Key,
    Value: capitalized(config, ['workerConfiguration', 'workerCount']),
  }))
  return {InitialCapacity}
}

function monitoring({monitoringConfiguration: configuration}: Application): JsonRecord {
  if (configuration === undefined) return {}
  const {cloudWatchLoggingConfiguration: logging} = configuration
  return {
    MonitoringConfiguration: {
      ...capitalized(configuration, [
        'managedPersistenceMonitoringConfiguration',
        'prometheusMonitoringConfiguration',
        's3MonitoringConfiguration',
      ]),
      ...(logging && {CloudWatchLoggingConfiguration: logs(logging)}),
    },
  }
}

function logs({logTypes, ...logging}: CloudWatchLoggingConfiguration): JsonRecord {
  const LogTypeMap = Object.entries(logTypes ?? {}).map(([Key, Value]) => ({Key, Value}))
  return {
    ...capitalized(logging, ['enabled', 'encryptionKeyArn', 'logGroupName', 'logStreamNamePrefix']),
    ...(logTypes && {LogTypeMap}),
  }
}
