import {join} from 'node:path'

import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    disableConsoleIntercept: true,
    env: {NO_COLOR: '1', TZ: 'UTC'},
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The tests of a file share an emulator, and so the objects in it.
    fileParallelism: false,
    // Counted by .ci/run.
    reporters: process.env['CI']
      ? ['dot', ['json', {outputFile: join(import.meta.dirname, '../.ci/e2e-results.json')}]]
      : ['default'],
  },
})
