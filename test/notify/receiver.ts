import type {IncomingHttpHeaders} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

import {onTestFinished} from 'vitest'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What the receiver does with a request: a status, with headers; hang up; or say nothing at all. */
export type Reaction = number | readonly [number, Readonly<Record<string, string>>] | 'hang up' | 'silence'

/** A webhook on this machine that reacts as told, request after request, and with 200 from then on. */
export async function receiver(...reactions: readonly Reaction[]) {
  const received: Received[] = []
  const left = [...reactions]
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      received.push({headers: request.headers, body: Buffer.concat(pieces).toString()})
      const reaction = left.shift() ?? 200
      if (reaction === 'silence') return
      if (reaction === 'hang up') {
        request.socket.destroy()
        return
      }
      const [status, headers] = typeof reaction === 'number' ? [reaction, {}] : reaction
      response.writeHead(status, headers).end('secret of the receiver')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  const {port} = server.address() as AddressInfo
  return {received, close, url: new URL(`http://127.0.0.1:${port}/services/T0/B0/very-secret`)}
}
