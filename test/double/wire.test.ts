import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import type {NormalizedSchema} from '@smithy/core/schema'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openTransport} from '../../src/aws/transport.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'
import {callerKey} from './callers.ts'
import {startDouble, type Double} from './server.ts'
import {AwsFault} from './wire/fault.ts'
import {packages, servicesNamed} from './wire/clients.ts'
import {inputOf, membersOf, outputOf, type Operation} from './wire/operation.ts'
import {nobody, type World} from './world.ts'

interface Recorded {
  readonly service: string
  readonly operation: string
  readonly file: string
  readonly data: Record<string, unknown>
}

/** What AWS answered, as recorded, for every operation of a service that the double speaks for. */
function recorded(folder: string): readonly Recorded[] {
  const names = readdirSync(join(sharedData, folder)).filter((name) => name.includes('.'))
  return names.flatMap((name) => {
    const [service = '', operation = ''] = name.split('.')
    if (!(service in packages)) return []
    return readdirSync(join(sharedData, folder, name)).map((file) => {
      const text = readFileSync(join(sharedData, folder, name, file), 'utf8')
      const {data} = JSON.parse(text, revive) as {data: Record<string, unknown>}
      return {service, operation, file, data}
    })
  })
}

/** Recordings hold points in time as objects. */
function revive(_: string, value: unknown): unknown {
  const time = value as Readonly<Record<string, unknown>> | null
  if (time?.['__class__'] !== 'datetime') return value
  const {year, month, day, hour = 0, minute = 0, second = 0} = time as unknown as Record<string, number>
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second))
}

const answers = hasSharedData ? [...recorded('describe-answers'), ...recorded('config-answers')].filter(isSpoken) : []

/** Not over this wire: signed for a service of its own. */
function isSpoken({operation}: Recorded): boolean {
  return !/Elasticsearch|InboundCross|DirectoryBuckets|CredentialReport|ServiceUpdates/.test(operation)
}
const world: World = {partition: 'aws', management: '111122223333', accounts: [], regions: [], population: () => nobody}

describe.skipIf(!hasSharedData)(
  'what AWS answered goes over the wire of the double and comes out of the SDK as it was',
  () => {
    const said: {output: Record<string, unknown>} = {output: {}}
    let aws: Double
    beforeAll(async () => {
      const names = answers.map(({service, operation}) => `${service}:${operation}`)
      const apis = Object.fromEntries(names.map((name) => [name, () => said.output]))
      aws = await startDouble({world, apis, limits: []})
    })
    afterAll(async () => aws[Symbol.asyncDispose]())

    test.each(answers.map((answer) => [`${answer.service}:${answer.operation} ${answer.file}`, answer] as const))(
      '%s',
      async (_, recording) => {
        const output = await recordedOutput(recording)
        said.output = output
        const answer = await asked(aws.url, recording, output)
        expect(filled(answer)).toEqual(filled(output))
      },
    )
  },
)

const transport = openTransport()

/** Calls an operation with the SDK's client, whatever has to be in its path being `example`. */
async function asked(endpoint: string, {service: name, operation}: Recorded, output: object): Promise<unknown> {
  for (const [index, service] of (await servicesNamed(name)).entries()) {
    const known = service.operations.get(operation)
    if (!known || !fits(known, output)) continue
    const sdk = await packages[name]?.[index]?.()
    const Client = Object.values(sdk ?? {}).find((value) => typeof value === 'function' && /.Client$/.test(value.name))
    const Command = sdk?.[`${operation}Command`] as new (input: object) => object
    const credentials = {accessKeyId: callerKey, secretAccessKey: 'not-a-secret'}
    // By itself, the client of Kinesis speaks HTTP/2, which no endpoint without TLS understands.
    const client = new (Client as new (settings: object) => {send(command: object): Promise<object>})({
      ...transport.account()(1),
      endpoint,
      credentials,
      region: 'us-east-1',
    })
    const labels = [...membersOf(inputOf(known))].filter(([, member]) => member.getMergedTraits().httpLabel)
    const {$metadata: _, ...answer} = (await client.send(
      new Command(Object.fromEntries(labels.map(([label]) => [label, 'example']))),
    )) as Record<string, unknown>
    return answer
  }
  throw new Error(`no ${name}:${operation}`)
}

/** Some recordings hold points in time as text, and members that boto made up. */
async function recordedOutput({service: name, operation, data}: Recorded): Promise<Record<string, unknown>> {
  const {ResponseMetadata: _, ...output} = data
  const services = await servicesNamed(name)
  const known = services.map(({operations}) => operations.get(operation)).find((one) => one && fits(one, output))
  return (known ? typed(outputOf(known), output) : output) as Record<string, unknown>
}

function typed(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isTimestampSchema() && typeof value === 'string') return new Date(value)
  if (schema.isTimestampSchema() && typeof value === 'number') return new Date(value * 1000)
  if (schema.isNumericSchema() && typeof value === 'string') return Number(value)
  if (schema.isListSchema() && Array.isArray(value)) return value.map((item) => typed(schema.getValueSchema(), item))
  if (!schema.isStructSchema() || typeof value !== 'object' || value === null) return value
  const members = membersOf(schema)
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const member = members.get(key)
    return member ? [[key, typed(member, item)]] : []
  })
  return Object.fromEntries(entries)
}

/** Two services may share a name and have operations of one name. */
function fits(operation: Operation, output: object): boolean {
  const members = membersOf(outputOf(operation))
  return Object.keys(output).every((name) => members.has(name))
}

/** Empty values are not told from absent ones on every wire. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [key, filled(member)] as const)
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0
}

interface RecordedError {
  readonly service: string
  readonly operation: string
  readonly file: string
  readonly fault: AwsFault
}

function recordedErrors(): readonly RecordedError[] {
  const folder = join(sharedData, 'aws-errors')
  return readdirSync(folder).flatMap((name) =>
    readdirSync(join(folder, name)).flatMap((file) => {
      const [service = '', operation = ''] = (file.split('__')[0] ?? '').split('.')
      const text = readFileSync(join(folder, name, file), 'utf8')
      const {status_code: status, data} = JSON.parse(text) as {status_code: number; data: RecordedErrorData}
      const {Code: code, Message: message} = data.Error ?? {}
      // SQS kept the codes of its former protocol, which the SDK turns into those of the present one.
      if (!(service in packages) || !code || !message || code.startsWith('AWS.')) return []
      return [{service, operation, file, fault: new AwsFault(code, message, status)}]
    }),
  )
}

interface RecordedErrorData {
  readonly Error?: {readonly Code?: string; readonly Message?: string}
}

const errors = hasSharedData ? recordedErrors().filter((error) => isSpoken({...error, data: {}})) : []

describe.skipIf(!hasSharedData)('how AWS refused comes out of the SDK with its name, words and status', () => {
  test.each(errors.map((error) => [`${error.service}:${error.operation} ${error.file}`, error] as const))(
    '%s',
    async (_, {service, operation, file, fault}) => {
      const apis = {[`${service}:${operation}`]: () => Promise.reject(fault)}
      await using aws = await startDouble({world, apis, limits: []})
      const error = await asked(aws.url, {service, operation, file, data: {}}, {}).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({
        // Where the SDK has a class for it, the name is that of the class.
        name: expect.stringContaining(fault.code),
        message: fault.message,
        $metadata: {httpStatusCode: fault.status},
      })
    },
  )
})
