import type {OpenClient} from '../../../src/live/service/place.ts'
import {fakeSession} from '../fake-session.ts'

/** What a fake AWS is asked: `DescribeInstances` of `EC2`. */
export interface FakeCall {
  readonly service: string
  readonly operation: string
  readonly region: string
  readonly input: Readonly<Record<string, unknown>>
}

/** Clients of the SDK whose calls do not leave the process; what `answer` throws is what AWS refuses. */
export function fakeClients(answer: (call: FakeCall) => unknown): OpenClient {
  return (kind, region) => {
    const client = new kind(fakeSession.clientSettings(region))
    const send = async (command: {readonly schema: readonly unknown[]; readonly input: FakeCall['input']}) =>
      answer({service: client.config.serviceId, operation: String(command.schema[2]), region, input: command.input})
    return Object.assign(client, {send} as object)
  }
}
