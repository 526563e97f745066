// Every benchmark, one after another: `npm run bench`. Each is a program of its own and prints ratios; none is a test, since
// what a busy machine does in a second proves nothing.
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const benches = [
  'start-up.ts',
  'state-reading.ts',
  'comparing.ts',
  'configurations.ts',
  'tag-checking.ts',
  'organisation.ts',
  'bill.ts',
]

for (const bench of benches) {
  console.log(`\n== ${bench}`)
  const {status} = spawnSync(process.execPath, [join(import.meta.dirname, bench)], {stdio: 'inherit'})
  process.exitCode ||= status ?? 1
}
