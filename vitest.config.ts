import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    disableConsoleIntercept: true,
    env: {NO_COLOR: '1', TZ: 'UTC'},
    testTimeout: 20_000,
    // Counted by .ci/run.
    reporters: process.env['CI'] ? ['dot', ['json', {outputFile: '.ci/results.json'}]] : ['default'],
  },
})
