import {call, FailedCall} from '../../aws/call.ts'
import {iamAction} from '../../aws/iam-action.ts'
import type {AwsSession} from '../../aws/session.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {ClientKind} from './service-type.ts'

/** What every client of the SDK has. */
export interface SdkClient {
  readonly config: {readonly serviceId: string}
  send(...args: never): unknown
}

/** An account and region with its clients, one for each service. */
export interface Place {
  readonly location: Location
  /** Where the calls go: the home region for the global place. */
  readonly region: string
  client<Client extends SdkClient>(kind: ClientKind<Client>): Client
}

/** Makes a client; tests and evaluations give answers of their own. */
export type OpenClient = <Client extends SdkClient>(kind: ClientKind<Client>, region: string) => Client

export function clientsOf(session: AwsSession): OpenClient {
  // The SDK would send calls about a queue to the host in its URL, whatever endpoint was asked for.
  const ofQueues = {useQueueUrlAsEndpoint: false}
  return (kind, region) => new kind({...session.clientSettings(region), ...ofQueues})
}

/** @returns undefined for the global place of a partition whose home region is not public */
export function placeAt(location: Location, open: OpenClient, signal: AbortSignal): Place | undefined {
  const region = location.region === globalRegion ? homeRegion(location.partition) : location.region
  if (region === undefined) return undefined
  const clients = new Map<ClientKind<never>, SdkClient>()
  const client = <Client extends SdkClient>(kind: ClientKind<Client>): Client => {
    const known = clients.get(kind as ClientKind<never>) as Client | undefined
    const opened = known ?? told(open(kind, region), signal)
    clients.set(kind as ClientKind<never>, opened)
    return opened
  }
  return {location, region, client}
}

/** Its failures are `FailedCall`s that name the IAM action, pages included, and the signal ends them. */
function told<Client extends SdkClient>(client: Client, signal: AbortSignal): Client {
  const send = client.send.bind(client) as (command: SdkCommand, options: object) => Promise<unknown>
  const telling = async (command: SdkCommand): Promise<unknown> =>
    call(iamAction(client.config.serviceId, operationOf(command)), () => send(command, {abortSignal: signal}))
  return Object.assign(client, {send: telling})
}

/** The third member of an operation's schema is its name; a class's own name does not survive every bundler. */
interface SdkCommand {
  readonly schema?: readonly unknown[]
}

function operationOf({schema}: SdkCommand): string {
  return String(schema?.[2])
}

/** The answer, or undefined where the service says with one of these codes that there is none. */
export async function unless<T>(codes: readonly string[], answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof FailedCall && codes.includes(String(error.cause))) return undefined
    throw error
  }
}
