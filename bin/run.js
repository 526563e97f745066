#!/usr/bin/env node
import {readFileSync} from 'node:fs'
import module from 'node:module'

module.enableCompileCache?.()

try {
  if (process.argv[2] === '--version') printVersion()
  else {
    const {main} = await import('../dist/cli/main.js')
    await main(process.argv.slice(2), import.meta.url)
  }
} catch (error) {
  // A program that cannot even start must not look like "findings" (1).
  console.error(error)
  process.exitCode = 3
}

/** What oclif prints, without the time that it takes to load. */
function printVersion() {
  const {name, version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  console.log(`${name}/${version} ${process.platform}-${process.arch} node-${process.version}`)
}
