#!/usr/bin/env node
import module from 'node:module'

module.enableCompileCache?.()

try {
  const {main} = await import('../dist/cli/main.js')
  await main(process.argv.slice(2), import.meta.url)
} catch (error) {
  // A program that cannot even start must not look like "findings" (1).
  console.error(error)
  process.exitCode = 3
}
