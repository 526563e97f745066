import {createHash} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

import {build} from 'vite'
import type {Plugin} from 'vitest/config'

/**
 * What a page of a report carries along: the program and the style of an entry under `src/report/html/page/`, bundled and minified.
 * `import {script, style, licences} from './page/main.ts?bundle'` gives them to a format as strings, in the build and in tests through
 * `pageBundles`, in development through `page-loader.ts`.
 */
export interface PageBundle {
  readonly script: string
  readonly style: string
  /** Licences of what was bundled, as Markdown. */
  readonly licences: string
}

const suffix = '?bundle'
const made = new Map<string, Promise<PageBundle>>()

/** For Vite: whoever imports `FILE?bundle` gets its bundle. */
export function pageBundles(): Plugin {
  return {
    name: 'page-bundles',
    enforce: 'pre',
    load: async (id) => (id.endsWith(suffix) ? moduleOf(await pageBundle(id.slice(0, -suffix.length))) : undefined),
    // Vitest keeps modules by their own text; this one is made of many.
    configureVitest: ({defineCacheKeyGenerator}) =>
      defineCacheKeyGenerator(({id}) => (id.endsWith(suffix) ? digestOf(id.slice(0, -suffix.length)) : undefined)),
  }
}

/** Of all that a bundle is made of: what is beside its entry, and the versions of libraries. */
function digestOf(entry: string): string {
  const folder = dirname(entry)
  const beside = globSync('**/*.{ts,css}', {cwd: folder})
    .toSorted()
    .map((file) => join(folder, file))
  const hash = createHash('sha256')
  for (const file of [...beside, import.meta.filename, join(import.meta.dirname, '../package-lock.json')])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** The licences of all that was bundled so far into pages. */
export async function pageLicences(): Promise<string> {
  const all = await Promise.all(made.values())
  return all.map(({licences}) => licences).join('\n')
}

/** The text of the module that stands for a bundle. */
export function moduleOf(bundle: PageBundle): string {
  return Object.entries(bundle)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
    .join('')
}

export function pageBundle(file: string): Promise<PageBundle> {
  const bundle = made.get(file) ?? bundled(file)
  made.set(file, bundle)
  return bundle
}

async function bundled(file: string): Promise<PageBundle> {
  const result = await build({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'warn',
    // Whoever bundles it: a test too wants what users get.
    define: {'process.env.NODE_ENV': '"production"'},
    resolve: {conditions: ['browser', 'module', 'production']},
    build: {
      write: false,
      target: 'es2022',
      // The style is one of its own, hashed as the program is, and not made older than `light-dark()`.
      cssCodeSplit: false,
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: false,
      license: {fileName: 'licences.md'},
      rolldownOptions: {
        input: file,
        output: {format: 'iife', entryFileNames: 'page.js', assetFileNames: '[name][extname]'},
      },
    },
  })
  const [{output = []} = {}] = [result].flat() as {output?: readonly Output[]}[]
  const asset = (end: string) => {
    const one = output.find(({fileName}) => fileName.endsWith(end))
    return String(one?.code ?? one?.source ?? '')
  }
  return {script: asset('.js').trim(), style: asset('.css').trim(), licences: asset('.md')}
}

interface Output {
  readonly fileName: string
  readonly code?: string
  readonly source?: string | Uint8Array
}

// Run by itself, it prints the module of a bundle: `page-loader.ts` wants it without waiting.
if (
  process.argv[1] !== undefined &&
  import.meta.url === pathToFileURL(createRequire(import.meta.url).resolve(process.argv[1])).href
) {
  process.stdout.write(moduleOf(await pageBundle(fileURLToPath(process.argv[2] ?? ''))))
}
