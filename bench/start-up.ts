// How long trueup takes to start, against a Node that does nothing. The program is built as users get it: bundled, with its
// manifest and a warm compile cache. Medians of interleaved runs, so that a busy moment hits all alike:
//   node bench/start-up.ts [RUNS]
import {spawnSync} from 'node:child_process'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {builtTree} from '../scripts/built-tree.ts'
import {root} from '../scripts/bundle.ts'
import {writeSnapshot} from '../src/live/snapshot/write.ts'

interface Contestant {
  readonly name: string
  readonly argv: readonly string[]
  /** How many times as long as a bare Node it may take. */
  readonly aim: number
}

const folder = join(root, '.bench/start-up')
try {
  const program = await builtTree(folder)
  const contestants: readonly Contestant[] = [
    {name: 'node -e 0', argv: ['-e', '0'], aim: 1},
    {name: 'trueup --version', argv: [program, '--version'], aim: 2},
    {name: 'trueup --help', argv: [program, '--help'], aim: 4},
    {name: 'trueup scan, nothing to compare', argv: [program, 'scan', ...(await emptyInputs())], aim: 4},
  ]
  race(contestants, Number(process.argv[2] ?? 21))
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function emptyInputs(): Promise<readonly string[]> {
  const [state, snapshot] = [join(folder, 'empty.tfstate'), join(folder, 'empty.jsonl')]
  writeFileSync(state, JSON.stringify({version: 4, terraform_version: '1.13.0', serial: 1, lineage: '', resources: []}))
  const origin = {createdAt: '2026-01-01T00:00:00Z', trueup: '0.1.0', locations: []}
  await writeSnapshot((async function* () {})(), snapshot, origin)
  return ['--state', state, '--snapshot', snapshot, '--report', 'terminal']
}

function race(contestants: readonly Contestant[], runs: number): void {
  const times = contestants.map((): number[] => [])
  for (const {argv} of contestants) elapsed(argv)
  for (let run = 0; run < runs; run++) {
    for (const [index, {argv}] of contestants.entries()) times[index]?.push(elapsed(argv))
  }
  const medians = times.map((some) => some.toSorted((a, b) => a - b)[some.length >> 1] ?? NaN)
  console.log(`median of ${runs} runs each`)
  for (const [index, {name, aim}] of contestants.entries()) {
    const ms = medians[index] ?? NaN
    const ratio = ms / (medians[0] ?? NaN)
    console.log(`${name.padEnd(32)} ${ms.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)}x  (aim: ${aim}x)`)
  }
}

function elapsed(argv: readonly string[]): number {
  const start = performance.now()
  const {status, stderr} = spawnSync(process.execPath, argv, {encoding: 'utf8'})
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${argv.join(' ')} exited with ${status}: ${stderr}`)
  return ms
}
