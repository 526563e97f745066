// Runs when npm has installed this package's own dependencies; plain JavaScript, so that any Node can run it. Builds where npm does that
// for somebody who installs from Git (`npm install git+https://...`, pre-commit): it then clones into its cache, and packs that folder
// without `prepack`. In a checkout nothing is built.
import {execFileSync} from 'node:child_process'
import {existsSync, realpathSync} from 'node:fs'
import {sep} from 'node:path'

const {npm_config_cache: cache, npm_config_global: _, ...env} = process.env
const inCache = cache !== undefined && existsSync(cache) && process.cwd().startsWith(realpathSync(cache) + sep)

if (inCache && !existsSync('oclif.manifest.json')) {
  // With --global, npm 11 takes the clone for a package to install globally, and leaves out what builds it.
  if (!existsSync('node_modules/vite')) npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  npm('run', '--silent', 'prepack')
}

/** @param {string[]} argv */
function npm(...argv) {
  execFileSync('npm', argv, {stdio: 'inherit', env: {...env, npm_config_cache: cache}})
}
