#!/usr/bin/env node
import {enableCompileCache} from 'node:module'

enableCompileCache?.()

// oclif's own execute() cuts slow pipes off after ten seconds and reports a closed one as a failure.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

const {run} = await import('@oclif/core/run')
const {handle} = await import('@oclif/core/handle')

await run(process.argv.slice(2), import.meta.url).catch(async (error) => {
  // A crash must never look like "findings" (exit 1).
  error.oclif ??= {exit: 3}
  error.oclif.exit ??= 3
  await handle(error)
})
