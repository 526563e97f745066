import {execFileSync} from 'node:child_process'
import {registerHooks} from 'node:module'
import {join} from 'node:path'

/** In development, where nothing was built: a page's bundle is made when a report in HTML is first asked for. */
export function bundlePagesWhenAsked(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('?bundle')) return next(url, context)
      const script = join(import.meta.dirname, 'page-bundle.ts')
      const source = execFileSync(process.execPath, [script, url.slice(0, -'?bundle'.length)], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return {format: 'module', source, shortCircuit: true}
    },
  })
}
