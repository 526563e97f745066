import type {Call} from './request.ts'
import {httpOf, membersOf, outputOf} from './operation.ts'
import {writeJson, writeXml} from './shapes.ts'
import {Written} from './written.ts'

/** What goes back over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

const requestId = '6a1f0c1e-0000-4000-8000-000000000000'

/** An output, as the SDK types it, in the form of its service. */
export function answerOf(call: Call, output: object): RawAnswer {
  const {protocol, xmlNamespace} = call.service
  const schema = outputOf(call.operation)
  const name = call.operation[2]
  if (protocol === 'awsJson1_0' || protocol === 'awsJson1_1') {
    const body = output instanceof Written ? output.json : schema.isStructSchema() ? writeJson(schema, output) : '{}'
    return {
      status: 200,
      headers: {'content-type': `application/x-amz-json-${protocol.slice(-3).replace('_', '.')}`},
      body,
    }
  }
  if (protocol === 'awsQuery' || protocol === 'ec2Query') {
    const result = schema.isStructSchema() ? output : {}
    const body =
      protocol === 'ec2Query'
        ? writeXml(schema, result, `${name}Response`, xmlNamespace)
        : queryResponse(name, schema.isStructSchema() ? writeXml(schema, result, `${name}Result`) : '', xmlNamespace)
    return {status: 200, headers: {'content-type': 'text/xml'}, body}
  }
  return restAnswer(call, output)
}

function queryResponse(name: string, result: string, namespace: string): string {
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`
  return `<${name}Response xmlns="${namespace}">${result}${metadata}</${name}Response>`
}

/** Members go where their bindings say: headers, the body as a whole, or its members (https://smithy.io/2.0/spec/http-bindings.html). */
function restAnswer({service, operation}: Call, output: object): RawAnswer {
  const isXml = service.protocol === 'restXml'
  const schema = outputOf(operation)
  const members = membersOf(schema)
  const headers: Record<string, string> = {'content-type': isXml ? 'application/xml' : 'application/json'}
  const inBody: Record<string, unknown> = {}
  let payload: RawAnswer['body'] | undefined
  for (const [name, value] of Object.entries(output)) {
    const member = members.get(name)
    if (!member || value === undefined) continue
    const {httpHeader, httpPayload} = member.getMergedTraits()
    if (httpHeader !== undefined)
      headers[httpHeader.toLowerCase()] = value instanceof Date ? value.toUTCString() : String(value)
    else if (!httpPayload) inBody[name] = value
    else if (!member.isStructSchema()) payload = value as string | Buffer
    else payload = isXml ? writeXml(member, value as object) : writeJson(member, value as object)
  }
  const isEmpty =
    !schema.isStructSchema() || [...members.values()].some((member) => member.getMergedTraits().httpPayload)
  const whole = isXml ? writeXml(schema, inBody, undefined, service.xmlNamespace) : writeJson(schema, inBody)
  return {status: httpOf(operation)?.[2] ?? 200, headers, body: payload ?? (isEmpty ? '' : whole)}
}
