import {execFileSync} from 'node:child_process'
import {join} from 'node:path'

import {bundle, root} from './bundle.ts'

/** `npm run build`: what users run, bundled, and the types of what they import. */
await bundle(join(root, 'dist'))
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'})
