import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {defineConfig} from 'vitest/config'

import {pageBundles} from './scripts/page-bundle.ts'

export default defineConfig({
  plugins: [pageBundles()],
  test: {
    include: ['test/**/*.test.ts'],
    disableConsoleIntercept: true,
    // What is cached for a person is none of a test's business.
    env: {NO_COLOR: '1', TZ: 'UTC', XDG_CACHE_HOME: join(tmpdir(), 'trueup-test-cache')},
    testTimeout: 20_000,
    // Of two processors, the default leaves one idle.
    maxWorkers: '100%',
    // Counted by .ci/run.
    reporters: process.env['CI'] ? ['dot', ['json', {outputFile: '.ci/results.json'}]] : ['default'],
  },
})
