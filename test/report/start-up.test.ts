import {execFileSync} from 'node:child_process'

import {expect, test} from 'vitest'

/** Says which packages a module loads, in a process of its own. */
const listPackages = `
  const {registerHooks} = require('node:module')
  const packages = new Set()
  registerHooks({
    resolve: (name, context, next) => {
      if (/^[^./]/.test(name) && !name.startsWith('node:') && context.parentURL?.includes('/src/')) packages.add(name)
      return next(name, context)
    },
  })
  import(process.argv[1]).then(() => console.log(JSON.stringify([...packages].filter((name) => !name.startsWith('file:')).sort())))
`

test.each([
  ['json', ['decimal.js']],
  ['terminal', ['chalk', 'decimal.js', 'diff', 'fast-string-width', 'fast-wrap-ansi']],
  ['formats', []],
])('the format %s loads no more than it needs, and never the schema library', (format, packages) => {
  const module = new URL(`../../src/report/${format}.ts`, import.meta.url).href
  const loaded = execFileSync(process.execPath, ['-e', listPackages, module], {encoding: 'utf8'})
  expect(JSON.parse(loaded)).toEqual(packages)
})
