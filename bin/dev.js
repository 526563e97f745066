#!/usr/bin/env node
// Runs src/ as it is: Node strips the types. oclif's own development mode does nothing under TypeScript 7.
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pjson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

const {run} = await import('@oclif/core/run')
const {handle} = await import('@oclif/core/handle')

await run(process.argv.slice(2), {
  root,
  ignoreManifest: true,
  pjson: {...pjson, oclif: {...pjson.oclif, commands: './src/commands'}},
}).catch(async (error) => {
  error.oclif ??= {exit: 3}
  error.oclif.exit ??= 3
  await handle(error)
})
