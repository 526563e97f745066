import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface StoreRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface StoreAnswer {
  readonly status: number
  readonly body?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Store extends AsyncDisposable {
  readonly url: string
  readonly requests: readonly StoreRequest[]
}

/** A state store on the loopback interface, which answers by path and keeps what it was asked. */
export async function startStore(answer: (request: StoreRequest, count: number) => StoreAnswer): Promise<Store> {
  const requests: StoreRequest[] = []
  const server = createServer((incoming, response) => {
    const {pathname, searchParams} = new URL(incoming.url ?? '/', 'http://store')
    const request = {path: decodeURIComponent(pathname), query: searchParams, headers: incoming.headers}
    requests.push(request)
    const {status, body = '', type = 'application/octet-stream', headers = {}} = answer(request, requests.length)
    response.writeHead(status, {
      ...headers,
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      etag: '"1"',
    })
    response.end(body)
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
