// The page of a report in a real browser: `npm run test:browser`. Takes the Chromium that is there (CHROMIUM names another one), else
// Debian's package where it may install it. Exits with 75 where there is none: nothing was tested.
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

/** As sysexits.h has it: a failure that is not one of what was to be tested. */
const notRun = 75

const root = join(import.meta.dirname, '..')
const chromium = found() ?? installed()
if (chromium === undefined) {
  console.log('The browser suite was not run: there is no Chromium, and it could not be installed.')
  process.exitCode = notRun
} else {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const argv = [vitest, 'run', '--config', join(import.meta.dirname, 'vitest.config.ts'), ...process.argv.slice(2)]
  const env = {...process.env, CHROMIUM: chromium}
  process.exitCode = spawnSync(process.execPath, argv, {stdio: 'inherit', cwd: root, env}).status ?? 1
}

function found(): string | undefined {
  const names = [process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  return names.find((name) => name !== undefined && answers(name, ['--version']))
}

function installed(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !answers('apt-get', ['--version'])) return undefined
  const isInstalled = answers('apt-get', ['update']) && answers('apt-get', ['install', '-y', 'chromium'])
  return isInstalled ? found() : undefined
}

function answers(program: string, argv: readonly string[]): boolean {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  return spawnSync(program, argv, {stdio: 'ignore', timeout: 600_000, env}).status === 0
}
