import type {AwsSession} from '../../src/aws/session.ts'
import type {WantedType} from '../../src/live/reader.ts'

/** A session whose clients are mocked, or talk to a loopback server. */
export const fakeSession: AwsSession = {
  partition: 'aws',
  account: '111122223333',
  region: 'eu-central-1',
  clientSettings: (region) => ({
    region,
    credentials: {accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret'},
    maxAttempts: 2,
    retryMode: 'adaptive',
    requestHandler: {connectionTimeout: 1000, requestTimeout: 1000},
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
