// The end-to-end suite against independent emulators of AWS: `npm run test:e2e`. Installs them into `.e2e/`, starts them on the
// loopback interface, runs the tests, and stops them. Exits with 75 where Python or its packages cannot be had: nothing was tested.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'

import {startEmulator, type Emulator} from './emulator.ts'
import {installed} from './install.ts'

/** As sysexits.h has it: a failure that is not one of what was to be tested. */
const notRun = 75

const root = join(import.meta.dirname, '..')
const environment = await installed(join(root, '.e2e'))
if ('why' in environment) {
  console.log(`The end-to-end suite was not run: ${environment.why}`)
  process.exitCode = notRun
} else {
  await run(environment.bin)
}

async function run(bin: string): Promise<void> {
  const emulators: Emulator[] = []
  try {
    emulators.push(
      await startEmulator('moto', join(bin, 'moto_server'), (port) => ({
        argv: ['--host', '127.0.0.1', '--port', String(port)],
        ready: '/moto-api/data.json',
      })),
    )
    emulators.push(
      await startEmulator('ministack', join(bin, 'ministack'), (port) => ({
        argv: [],
        env: {GATEWAY_PORT: String(port), BIND_HOST: '127.0.0.1'},
        ready: '/_ministack/health',
      })),
    )
    const urls = Object.fromEntries(emulators.map(({name, url}) => [`${name.toUpperCase()}_URL`, url]))
    const argv = [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      join(import.meta.dirname, 'vitest.config.ts'),
    ]
    // Not waited for in one go: what the emulators print has to be read all the while.
    const vitest = spawn(process.execPath, argv, {stdio: 'inherit', cwd: root, env: {...process.env, ...urls}})
    const [status] = (await once(vitest, 'exit')) as [number | null]
    process.exitCode = status ?? 1
  } finally {
    for (const emulator of emulators) await emulator.stop()
  }
}
