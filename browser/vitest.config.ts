import {join} from 'node:path'

import {defineConfig} from 'vitest/config'

import {pageBundles} from '../scripts/page-bundle.ts'

export default defineConfig({
  plugins: [pageBundles()],
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    disableConsoleIntercept: true,
    env: {NO_COLOR: '1', TZ: 'UTC'},
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is measured must not wait for another browser.
    fileParallelism: false,
    // Counted by .ci/run.
    reporters: process.env['CI']
      ? ['dot', ['json', {outputFile: join(import.meta.dirname, '../.ci/browser-results.json')}]]
      : ['default'],
  },
})
