import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')

/** As if the optional dependency had been left out of the installation. */
const hook = `data:text/javascript,${encodeURIComponent(`
  import {registerHooks} from 'node:module'
  registerHooks({resolve: (name, context, next) => {
    if (name.startsWith('@duckdb/')) throw Object.assign(new Error('not installed'), {code: 'ERR_MODULE_NOT_FOUND'})
    return next(name, context)
  }})`)}`

function trueup(...argv: readonly string[]) {
  const {status, stderr} = spawnSync(process.execPath, ['--import', hook, join(root, 'bin/dev.js'), ...argv], {
    cwd: root,
    encoding: 'utf8',
  })
  return {status, stderr}
}

test('without DuckDB a bill says what to install', () => {
  const {status, stderr} = trueup('spend', 'gpu', '--bill', 'fixtures/bills/training-month')
  expect({status, stderr}).toEqual({
    status: 2,
    stderr: expect.stringContaining('npm install --global @duckdb/node-api'),
  })
}, 60_000)

test('and the rest works', () => {
  const {status} = trueup('scan', '--demo', '--fail-on', 'none', '--report', 'json=/dev/null')
  expect(status).not.toBe(2)
}, 60_000)
