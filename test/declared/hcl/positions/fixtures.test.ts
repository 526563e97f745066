import {globSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

import {expect, test} from 'vitest'

import type {FilePositions} from '../../../../src/declared/hcl/positions/file-positions.ts'
import {positionsOf} from '../../../../src/declared/hcl/positions/positions-of.ts'
import type {Place} from '../../../../src/declared/hcl/positions/text-places.ts'

const fixtures = join(import.meta.dirname, '../../../../fixtures/hcl/positions')

test.each(globSync('*/main.tf{,.json}', {cwd: fixtures}).toSorted())('%s', async (name) => {
  const file = join(fixtures, name)
  const positions = await positionsOf(basename(file), readFileSync(file, 'utf8'))
  await expect(`${JSON.stringify(shown(positions), null, 2)}\n`).toMatchFileSnapshot(
    join(dirname(file), 'expected.json'),
  )
})

/** One line for each thing: where its name begins, where it ends, how its value begins. */
function shown(positions: FilePositions) {
  const {things, comments, errors} = positions
  return {
    things: things.map(({kind, path, name, range, value, overridable}) => {
      const text = positions.textOf(value ?? name).split('\n')[0]
      const place = `${words(positions.rangeOf(name).start)} to ${words(positions.rangeOf(range).end)}`
      return `${kind} ${path.join(' ')} at ${place}: ${text}${overridable ? ' (overridable)' : ''}`
    }),
    comments: comments.map(({text, range, about}) => {
      return `${words(positions.rangeOf(range).start)}, about ${about?.join(' ') || 'nothing'}: ${text}`
    }),
    errors: errors.map(words),
  }
}

function words({line, column}: Place): string {
  return `${line}:${column}`
}
