import {FailedCall} from '../../src/aws/call.ts'
import type {AwsSession} from '../../src/aws/session.ts'
import type {Sessions} from '../../src/aws/sessions.ts'
import {openTransport} from '../../src/aws/transport.ts'
import type {WantedType} from '../../src/live/reader.ts'

const paced = openTransport().account()

/** A session whose clients are mocked, or talk to a loopback server. */
export const fakeSession: AwsSession = {
  partition: 'aws',
  account: '111122223333',
  region: 'eu-central-1',
  clientSettings: (region) => ({
    region,
    credentials: {accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret'},
    ...paced(2),
  }),
}

export const frankfurt = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}

export function wanted(type: string, declaredIds: readonly string[] = []): WantedType {
  return {type, declaredIds, unmanaged: true}
}

/** An error as the SDK throws it for an answer of AWS. */
export function awsError(name: string, httpStatusCode = 400, message = ''): Error {
  return Object.assign(new Error(message), {name, $fault: 'client', $metadata: {httpStatusCode}})
}

/** Credentials for the one account. */
export const onlyAccount: Sessions = {
  home: fakeSession,
  of: async (account) => {
    if (account === fakeSession.account) return fakeSession
    throw new FailedCall({reason: 'not-read', detail: `The credentials are for account ${fakeSession.account}.`})
  },
  held: async () => undefined,
}
