// Runs when npm has installed this package's own dependencies; plain JavaScript, so that any Node can run it. Builds where npm does that
// for somebody who installs from Git (`npm install git+https://...`, pre-commit): it then clones into its cache, and packs that folder
// without `prepack`. In a checkout nothing is built.
import {execFileSync} from 'node:child_process'
import {existsSync, realpathSync} from 'node:fs'
import {sep} from 'node:path'

const cache = process.env['npm_config_cache']
const inCache = cache !== undefined && existsSync(cache) && process.cwd().startsWith(realpathSync(cache) + sep)

if (inCache && !existsSync('oclif.manifest.json')) {
  execFileSync('npm', ['run', '--silent', 'prepack'], {stdio: 'inherit'})
}
