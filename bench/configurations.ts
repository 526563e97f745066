// How long reading and evaluating real configurations takes, without and with what earlier runs parsed, against what Terraform takes
// to check their format (it parses each file once; here, modules are evaluated wherever they are called). Then one small
// configuration, where starting is most of it:
//   node bench/configurations.ts [FOLDER]
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {configurationFolders} from '../evaluate/configuration-folders.ts'
import {readConfiguration} from '../src/declared/hcl/read-configuration.ts'

interface Contestant {
  readonly name: string
  readonly command: string
  readonly argv: readonly string[]
}

const program = fileURLToPath(import.meta.url)
const [first, ...rest] = process.argv.slice(2)

if (first === 'read') await read(rest[0] ?? '', rest[1])
else if (first === undefined) {
  compare(join(import.meta.dirname, '../../shared/data/hcl'))
  compare(join(import.meta.dirname, '../fixtures/hcl/modules'))
} else compare(first)

async function read(folder: string, cacheFolder: string | undefined): Promise<void> {
  let resources = 0
  const folders = configurationFolders(folder)
  for (const each of folders) resources += (await readConfiguration(each, {cacheFolder})).resources.length
  console.log(`${folders.length} configurations, ${resources} resources`)
}

function compare(folder: string): void {
  if (!existsSync(folder)) return console.log(`${folder} is not there, skipped`)
  const cache = mkdtempSync(join(tmpdir(), 'trueup-bench-'))
  try {
    const warm = {name: 'read, files parsed before', command: process.execPath, argv: [program, 'read', folder, cache]}
    console.log(run(warm).trim())
    race([
      {name: 'terraform fmt -check -recursive', command: 'terraform', argv: ['fmt', '-check', '-recursive', folder]},
      {name: 'read, nothing parsed before', command: process.execPath, argv: [program, 'read', folder]},
      warm,
    ])
  } finally {
    rmSync(cache, {recursive: true})
  }
}

/** Interleaved, and the best of three: noise only ever adds. */
function race(contestants: readonly Contestant[]): void {
  const hasTerraform = spawnSync('terraform', ['version']).error === undefined
  if (!hasTerraform) console.log('terraform is not there: no ratio to it')
  const racing = contestants.filter(({command}) => command !== 'terraform' || hasTerraform)
  const rounds = [1, 2, 3].map(() => racing.map(elapsed))
  const best = racing.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? NaN)))
  for (const [index, {name}] of racing.entries()) {
    const ms = best[index] ?? NaN
    const ratio = hasTerraform ? `  ${(ms / (best[0] ?? NaN)).toFixed(2)}x` : ''
    console.log(`${name.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms${ratio}`)
  }
}

function elapsed(contestant: Contestant): number {
  const start = performance.now()
  run(contestant)
  return performance.now() - start
}

function run({name, command, argv}: Contestant): string {
  const {status, stdout, stderr} = spawnSync(command, argv, {encoding: 'utf8'})
  // 3 where a file is not formatted (https://developer.hashicorp.com/terraform/cli/commands/fmt).
  if (status !== 0 && !(command === 'terraform' && status === 3)) throw new Error(`${name}: ${status} ${stderr}`)
  return stdout
}
