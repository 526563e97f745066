import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** One answer: status and body; an object is sent as JSON, text (STS speaks XML) as it is. */
export type Answer = readonly [status: number, body: object | string]

/** A request as AWS sees it: which operation, of which service and region (by its signature), with what. */
export interface WireRequest {
  readonly operation: string
  readonly region: string
  readonly accessKey: string
  readonly body: string
}

export interface Loopback extends AsyncDisposable {
  readonly url: string
  readonly requests: readonly WireRequest[]
}

/** An AWS of our own on the loopback interface, for what only the real client over a real wire can show. */
export async function startLoopback(answer: (request: WireRequest) => Answer | Promise<Answer>): Promise<Loopback> {
  const requests: WireRequest[] = []
  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await wireRequest(incoming)
      requests.push(request)
      send(response, await answer(request))
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const {port} = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function wireRequest(incoming: IncomingMessage): Promise<WireRequest> {
  let body = ''
  for await (const chunk of incoming) body += String(chunk)
  const target = String(incoming.headers['x-amz-target'] ?? '')
  const operation = target.split('.').at(-1) || (new URLSearchParams(body).get('Action') ?? incoming.url ?? '')
  const [, accessKey = '', , region = ''] =
    /Credential=([^/]+)\/([^/]+)\/([^/]+)/.exec(String(incoming.headers.authorization)) ?? []
  return {operation, region, accessKey, body}
}

function send(response: ServerResponse, [status, body]: Answer): void {
  const isText = typeof body === 'string'
  response.writeHead(status, {'content-type': isText ? 'text/xml' : 'application/x-amz-json-1.1'})
  response.end(isText ? body : JSON.stringify(body))
}
