import {readdirSync} from 'node:fs'
import {join, relative} from 'node:path'

import {expect, test} from 'vitest'

import {readStates, type StateEvent} from '../../../src/declared/state/read-states.ts'
import {TrueupError} from '../../../src/errors.ts'

const folder = join(import.meta.dirname, '../../../fixtures/states')
const cases = readdirSync(folder)

/** What reading ends in, as a person would like to review it: events as JSON, or the error with its way out. */
/** When the file was written here and now. */
function withoutTime(event: StateEvent): StateEvent {
  if (event.kind !== 'state') return event
  const {writtenAt, ...rest} = event
  expect(writtenAt).toMatch(/^\d{4}-.*Z$/)
  return rest
}

async function outcome(file: string): Promise<string> {
  try {
    const events = await Array.fromAsync(readStates([file]))
    return `${JSON.stringify(events.map(withoutTime), null, 2)}\n`
  } catch (error) {
    if (!(error instanceof TrueupError)) throw error
    return `${error.code}\n${error.message}\n${error.hint}\n`
  }
}

test.each(cases)('%s', async (name) => {
  const file = relative(process.cwd(), join(folder, name, 'terraform.tfstate'))
  const text = await outcome(file)
  expect(text).not.toMatch(/hunter2|secret-\d|SECRET0/)
  await expect(text).toMatchFileSnapshot(join(folder, name, text.startsWith('[') ? 'events.json' : 'error.txt'))
})
