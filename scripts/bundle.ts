import {appendFileSync, cpSync, globSync} from 'node:fs'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {build, type Rolldown} from 'vite'

import manifest from '../package.json' with {type: 'json'}
import {pageBundles, pageLicences} from './page-bundle.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** What others load by path: the shell, the library, each command, which oclif finds under `dist/commands`, and what threads run. */
const entries = ['src/cli/main.ts', 'src/index.ts', 'src/commands/**/*.ts', 'src/**/*-worker.ts']

/** Files that code loads by path: `src/declared/hcl/positions/load-grammar.ts` finds them in `dist/grammars`. */
const grammars = ['web-tree-sitter/web-tree-sitter.wasm', '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm']

/** Asked for by src/ itself: what is bundled may want another version of the same package. */
function isDependency(id: string, importer?: string): boolean {
  const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/')
  return (
    importer?.startsWith(`${root}src/`) === true &&
    (name in manifest.dependencies || name in manifest.optionalDependencies || name in manifest.peerDependencies)
  )
}

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

/** What is loaded at once: by every command, by a scan besides, and by each of the threads that read AWS. */
const starts = {
  program: ['src/cli/main.ts', 'src/commands/complete.ts'],
  scan: ['src/commands/scan.ts', 'src/pipeline/scan.ts', 'src/report/terminal.ts'],
  thread: ['src/live/threads/read-worker.ts'],
}

const piecesOf = new Map<string, string>()

/** A file for what the same of them load, since each file takes a quarter of a millisecond (`bench/start-up.ts`). */
function pieceOf(id: string, graph: Graph): string | null {
  if (piecesOf.size === 0) {
    for (const [start, files] of Object.entries(starts)) {
      for (const module of reachedFrom(files, graph)) {
        const others = piecesOf.get(module)
        piecesOf.set(module, others === undefined ? start : `${others}-${start}`)
      }
    }
  }
  const piece = piecesOf.get(id)
  // Others have some of what threads alone load, too, and must not get all of it.
  return piece === undefined || piece === 'thread' ? null : piece
}

/** What these files import, and what that does, but for what is imported when it is needed. */
function reachedFrom(files: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = files.map((file) => join(root, file))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(graph.getModuleInfo(next)?.importedIds ?? []))
  }
  return reached
}

const awsClient = /\/node_modules\/@aws-sdk\/(client-[a-z0-9-]+)\//

function clientOf(id: string): string {
  return awsClient.exec(id)?.[1] ?? 'client'
}

/**
 * Bundles src/ and the dev dependencies that it imports (oclif: a hundred small files, most of the start-up) into few files. What
 * package.json lists under `dependencies` `optionalDependencies` and `peerDependencies` stays outside; the clients of AWS's services are bundled, since a
 * client shrinks to the few commands in use. The licences of what was bundled are written beside.
 */
export async function bundle(outDir: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const files = globSync(entries, {cwd: root}).toSorted()
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: {noExternal: true},
    plugins: [pageBundles()],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      license: {fileName: 'third-party-licenses.md'},
      rolldownOptions: {
        external: isDependency,
        // web-tree-sitter holds code for grammars that bring scripts along; that of HCL brings none. What one command loads late, another may
        // load at once.
        checks: {eval: false, ineffectiveDynamicImport: false},
        input: {...Object.fromEntries(files.map((file) => [file.slice('src/'.length, -'.ts'.length), file])), ...more},
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {
            groups: [
              // A scan loads every entry of the catalogue: one file, not one for each type.
              {name: 'catalog', test: /\/src\/catalog\/aws_/},
              {name: pieceOf, debugName: 'pieces', includeDependenciesRecursively: false},
              // And a snapshot, or AWS Config, every projector.
              {name: 'projectors', test: /\/src\/live\/projectors\//},
              // Each client in one piece: with commands beside whoever uses them, pieces import each other in circles, and a class is
              // made of a function that is not there yet.
              {name: clientOf, debugName: 'AWS clients', test: awsClient},
            ],
          },
        },
      },
    },
  })
  const licences = join(outDir, 'third-party-licenses.md')
  appendFileSync(licences, `\n## In the pages of reports\n\n${await pageLicences()}`)
  for (const file of grammars) {
    cpSync(fileURLToPath(import.meta.resolve(file)), join(outDir, 'grammars', basename(file)))
  }
}
