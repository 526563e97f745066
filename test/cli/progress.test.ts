import {expect, test} from 'vitest'

import {progressOn, terminalProgress} from '../../src/cli/progress.ts'
import {silentProgress} from '../../src/model/progress.ts'

function screen(isTTY = true) {
  const written: string[] = []
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0
  return {written, stream: {isTTY, columns: 24, write}}
}

test.each([
  ['a pipe', false, {}],
  ['a CI', true, {CI: 'true'}],
  ['a dumb terminal', true, {TERM: 'dumb'}],
])('%s is not bothered', (_, isTTY, env) => {
  expect(progressOn(screen(isTTY).stream, env)).toBe(silentProgress)
})

test('one line is rewritten, at most ten times a second, and gone at the end', () => {
  const {written, stream} = screen()
  let clock = 0
  const progress = terminalProgress(stream, () => clock)
  progress.step('reading eu-west-1')
  progress.advance(1, 300)
  clock = 150
  progress.advance(200, 300)
  progress.clear()
  progress.clear()
  expect(written).toEqual(['\r\u001B[Kreading eu-west-1', '\r\u001B[Kreading eu-west-1 200 o', '\r\u001B[K'])
})
