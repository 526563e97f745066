import type {
  ConfigServiceClient,
  ConfigurationRecorder,
  ConfigurationRecorderStatus,
} from '@aws-sdk/client-config-service'

import {call} from '../../aws/call.ts'

/** A configuration recorder and whether it runs. */
export interface Recorder {
  readonly recorder: ConfigurationRecorder
  readonly status: ConfigurationRecorderStatus | undefined
}

/**
 * The recorders of one region: one at most, since service-linked ones (for an AWS service's own use) are not among the answers.
 *
 * @throws FailedCall
 */
export async function recordersOf(client: ConfigServiceClient, signal: AbortSignal): Promise<readonly Recorder[]> {
  const sdk = await import('@aws-sdk/client-config-service')
  const {ConfigurationRecorders: recorders = []} = await call('config:DescribeConfigurationRecorders', () =>
    client.send(new sdk.DescribeConfigurationRecordersCommand({}), {abortSignal: signal}),
  )
  if (recorders.length === 0) return []
  const {ConfigurationRecordersStatus: states = []} = await call('config:DescribeConfigurationRecorderStatus', () =>
    client.send(new sdk.DescribeConfigurationRecorderStatusCommand({}), {abortSignal: signal}),
  )
  return recorders.map((recorder) => ({recorder, status: states.find(({name}) => name === recorder.name)}))
}

/** All types that Config can keep anywhere, as this SDK knows them: a type that is not among them would look empty, not unknown. */
export async function supportedTypes(): Promise<ReadonlySet<string>> {
  const {ResourceType} = await import('@aws-sdk/client-config-service')
  return new Set(Object.values(ResourceType))
}
