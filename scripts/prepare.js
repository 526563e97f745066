// Plain JavaScript: any Node that npm runs on must be able to run it.
// Runs when npm has installed this package's own dependencies. Builds where that is done for somebody who installs from Git
// (`npm install git+https://...`, pre-commit): npm then packs the folder without its `prepack`. In a checkout nothing is built.
import {execFileSync} from 'node:child_process'

if (process.env['npm_package_resolved']?.startsWith('git+')) {
  execFileSync('npm', ['run', '--silent', 'prepack'], {stdio: 'inherit'})
}
