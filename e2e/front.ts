import {once} from 'node:events'
import {createServer, request as httpRequest} from 'node:http'
import type {IncomingHttpHeaders, IncomingMessage, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

import {AwsFault, faultAnswer} from '../test/double/wire/fault.ts'
import {callOf, rawRequest, signatureOf, type RawRequest} from '../test/double/wire/request.ts'

export interface Front extends AsyncDisposable {
  readonly url: string
  /** Operations that the emulator broke down over: `ec2:DescribeHosts`. */
  readonly unanswered: ReadonlySet<string>
}

/**
 * Stands before an emulator, passes everything on, and notes what it cannot answer: it breaks down over operations that it has not
 * implemented, and a broken server is asked again and again. Those are answered as AWS answers what it does not know.
 */
export async function startFront(emulator: string): Promise<Front> {
  const unanswered = new Set<string>()
  const server = createServer((incoming, response) => {
    pass(incoming, response, emulator, unanswered).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const {port} = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    unanswered,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function pass(
  incoming: IncomingMessage,
  response: ServerResponse,
  emulator: string,
  unanswered: Set<string>,
): Promise<void> {
  const request = await rawRequest(incoming)
  const url = new URL(incoming.url ?? '/', emulator)
  const first = await forwarded(request, url)
  // While it loads a service, it may break down over what it knows, but not twice.
  const answer = isNoAnswer(first) ? await forwarded(request, url) : first
  const signature = signatureOf(request)
  if (!isNoAnswer(answer) || !signature) {
    response.writeHead(answer.status, answer.headers).end(answer.body)
    return
  }
  const call = await callOf(request, signature)
  unanswered.add(`${signature.service}:${call?.operation[2] ?? request.path}`)
  const speaker = call?.service ?? {name: signature.service, protocol: 'restJson1'}
  const fault = faultAnswer(speaker, new AwsFault('InvalidAction', 'The emulator does not know this operation.'))
  response.writeHead(fault.status, fault.headers).end(fault.body)
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A breakdown, or the page of a web server that knows no such path; AWS's own errors are XML or JSON. */
function isNoAnswer({status, body}: Answer): boolean {
  const start = body.toString('latin1', 0, 200)
  return (status >= 500 && !start.includes('<Error')) || (status === 404 && /^<!doctype html>/i.test(start))
}

/** As it came, the name of the host included: it is signed. */
async function forwarded({method, headers, body}: RawRequest, url: URL): Promise<Answer> {
  const {'transfer-encoding': _, connection: _connection, ...kept} = headers
  const outgoing = httpRequest(url, {method, headers: {...kept, 'content-length': body.length}})
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const {'transfer-encoding': _chunked, connection: _kept, ...answered} = incoming.headers
  return {status: incoming.statusCode ?? 502, headers: answered, body: Buffer.concat(chunks)}
}
