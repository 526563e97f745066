import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  GetResourceConfigHistoryCommand,
  type RecordingGroup,
  type RecordingMode,
} from '@aws-sdk/client-config-service'
import {mockClient} from 'aws-sdk-client-mock'

import {configReader} from '../../../src/live/config/reader.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import {fakeSession, frankfurt, wanted} from '../fake-session.ts'

export const config = mockClient(ConfigServiceClient)
export const repositories = wanted('AWS::ECR::Repository', ['embeddings', 'ranker'])
export const clusters = wanted('AWS::EKS::Cluster', ['training'])

/** A recorder that keeps everything and has seen everything once; called before each test. */
export function resetConfig(): void {
  config.reset()
  record({allSupported: true})
  config
    .on(GetResourceConfigHistoryCommand)
    .resolves({configurationItems: [{configurationItemStatus: 'ResourceDeleted'}]})
}

export function record(recordingGroup: RecordingGroup, recording = true, recordingMode?: RecordingMode): void {
  const recorder = {name: 'default', recordingGroup, ...(recordingMode ? {recordingMode} : {})}
  config.on(DescribeConfigurationRecordersCommand).resolves({ConfigurationRecorders: [recorder]})
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves({ConfigurationRecordersStatus: [{name: 'default', recording}]})
}

export function row(type: string, id: string, configuration: object | string = {RepositoryName: id, Name: id}): string {
  const place = {accountId: '111122223333', awsRegion: 'eu-central-1'}
  return JSON.stringify({resourceType: type, resourceId: id, ...place, configuration, tags: []})
}

/** Answers as if one region alone recorded anything. */
export function recordOnlyIn(region: string) {
  return async (_: object, getClient: () => ConfigServiceClient) => {
    const here = (await getClient().config.region()) === region
    return {
      ConfigurationRecorders: [
        {name: 'default', recordingGroup: here ? {allSupported: true, includeGlobalResourceTypes: true} : {}},
      ],
    }
  }
}

export async function read(
  types: readonly WantedType[],
  region = 'eu-central-1',
  regions = [region],
): Promise<LiveEvent[]> {
  const {signal} = new AbortController()
  const request = {location: {...frankfurt, region}, types, signal}
  return eventsOf(configReader(fakeSession, regions).read(request))
}

/** `object embeddings`, `scope AWS::EKS::Cluster`, `gap denied AWS::EKS::Cluster config:SelectResourceConfig 1`. */
export function outline(events: readonly LiveEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'object') return `object ${event.object.id}`
    if (event.kind === 'scope') return `scope ${event.scope.type}`
    if (event.kind !== 'gap') return event.kind
    const {reason, type, action, hides} = event.gap
    return `gap ${reason} ${type} ${action ?? '-'} ${hides.count}`
  })
}
