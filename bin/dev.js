#!/usr/bin/env node
// Runs src/ as it is: Node strips the types. oclif's own development mode does nothing under TypeScript 7.
import {readFileSync} from 'node:fs'
import module from 'node:module'
import {fileURLToPath} from 'node:url'

import {bundlePagesWhenAsked} from '../scripts/page-loader.ts'

// Of sources without their types too: the second start takes half the time of the first.
module.enableCompileCache?.()

try {
  bundlePagesWhenAsked()
  const {main} = await import('../src/cli/main.ts')
  const root = fileURLToPath(new URL('..', import.meta.url))
  const pjson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const oclif = {...pjson.oclif, commands: './src/commands'}
  await main(process.argv.slice(2), {root, ignoreManifest: true, pjson: {...pjson, oclif}})
} catch (error) {
  console.error(error)
  process.exitCode = 3
}
