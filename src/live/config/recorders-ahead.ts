import type {AwsSession} from '../../aws/session.ts'
import {recordersOf, type Recorder} from './recorder.ts'

const asked = new WeakMap<AwsSession, Map<string, Promise<readonly Recorder[] | undefined>>>()

/** Asks for the recorders of a region before it is known what else the region will be asked for. */
export async function askForRecorders(session: AwsSession, region: string, signal: AbortSignal): Promise<void> {
  const {ConfigServiceClient} = await import('@aws-sdk/client-config-service')
  const client = new ConfigServiceClient(session.clientSettings(region))
  const ofSession = asked.get(session) ?? new Map<string, Promise<readonly Recorder[] | undefined>>()
  asked.set(
    session,
    ofSession.set(
      region,
      recordersOf(client, signal).catch(() => undefined),
    ),
  )
}

/** What was answered, once; undefined where nothing was asked, or nothing answered. */
export async function recordersAskedFor(session: AwsSession, region: string): Promise<readonly Recorder[] | undefined> {
  const ofSession = asked.get(session)
  const recorders = ofSession?.get(region)
  ofSession?.delete(region)
  return recorders
}
