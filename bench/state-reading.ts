// How long reading a state of 100,000 instances takes, against JSON.parse of the same bytes, and how much memory:
//   node bench/state-reading.ts [INSTANCES]
import {spawnSync} from 'node:child_process'
import {mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {readStates} from '../src/declared/state/read-states.ts'
import {syntheticState} from './synthetic-state.ts'

/** Each contestant runs in a process of its own: peak memory is the process's, and neither warms the other's code. */
const contestants: Readonly<Record<string, (file: string) => Promise<number>>> = {
  async parse(file) {
    const state = JSON.parse(readFileSync(file, 'utf8')) as {readonly resources: readonly unknown[]}
    return state.resources.length
  },
  async read(file) {
    let count = 0
    for await (const event of readStates([file])) if (event.kind === 'resource') count++
    return count
  },
}

interface Result {
  readonly instances: number
  readonly ms: number
  readonly peakMb: number
}

const [mode, file] = process.argv.slice(2)
if (mode !== undefined && mode in contestants) await contend(mode, file as string)
else compare(Number(mode ?? 100_000))

async function contend(name: string, path: string): Promise<void> {
  const start = performance.now()
  const instances = await contestants[name]?.(path)
  const ms = performance.now() - start
  console.log(JSON.stringify({instances, ms, peakMb: process.resourceUsage().maxRSS / 1024}))
}

function compare(instances: number): void {
  const directory = mkdtempSync(join(tmpdir(), 'trueup-bench-'))
  try {
    const path = join(directory, 'large.tfstate')
    const handle = openSync(path, 'w')
    for (const piece of syntheticState(instances)) writeSync(handle, piece)
    const sizeMb = statSync(path).size / 1e6
    const results = Object.keys(contestants).map((name) => [name, best(name, path)] as const)
    const [[, parse]] = results as [[string, Result]]
    console.log(`${instances} instances, ${sizeMb.toFixed(0)} MB`)
    for (const [name, {ms, peakMb}] of results) {
      const ratio = (ms / parse.ms).toFixed(2)
      console.log(
        `${name.padEnd(6)} ${ms.toFixed(0).padStart(6)} ms  ${ratio}x  peak ${peakMb.toFixed(0)} MB (${(peakMb / sizeMb).toFixed(2)}x the file)`,
      )
    }
  } finally {
    rmSync(directory, {recursive: true})
  }
}

/** The best of three: noise only ever adds. */
function best(name: string, path: string): Result {
  const runs = [1, 2, 3].map(() => {
    const {stdout} = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, path], {encoding: 'utf8'})
    return JSON.parse(stdout) as Result
  })
  return runs.reduce((a, b) => (a.ms < b.ms ? a : b))
}
