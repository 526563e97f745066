import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createServer, type AddressInfo} from 'node:net'
import {setTimeout as delay} from 'node:timers/promises'

export interface Emulator {
  readonly name: string
  readonly url: string
  stop(): Promise<void>
}

interface Start {
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A path that answers once the emulator does. */
  readonly ready: string
}

/** Starts a program on a free port and waits until it answers; what it prints is shown where it does not. */
export async function startEmulator(name: string, program: string, start: (port: number) => Start): Promise<Emulator> {
  const port = await freePort()
  const {argv, env, ready} = start(port)
  const child = spawn(program, argv, {env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = (said + String(text)).slice(-4000)))
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (await answers(url + ready)) return {name, url, stop}
    await delay(100)
  }
  await stop()
  throw new Error(`${name} did not start:\n${said}`)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, {signal: AbortSignal.timeout(1000)}).then(
    ({ok}) => ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
