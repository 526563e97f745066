import {describe, expect, test} from 'vitest'

import Explain from '../../src/commands/explain.ts'
import {topics} from '../../src/report/topics.ts'
import {runCommand} from '../cli/run-command.ts'

describe('trueup explain', () => {
  test('tells of one code what it means and what to do', async () => {
    const {stdout, exit} = await runCommand(Explain, ['missing'])
    expect({stdout, exit}).toEqual({stdout: expect.stringMatching(/^Missing {2}missing\n\n.+\n\n {2}1\. /s), exit: 0})
  })

  test.each(['gap-denied', 'denied'])('knows the gap %s', async (code) => {
    expect((await runCommand(Explain, [code])).stdout).toMatch(/^Access denied {2}gap-denied\n/)
  })

  test('lists every code where none is given', async () => {
    const {stdout} = await runCommand(Explain)
    expect(topics.filter(({code}) => !stdout.includes(`  ${code} `))).toEqual([])
  })

  test('under --json returns the same', async () => {
    const {stdout} = await runCommand(Explain, ['drifted', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({topics: [{code: 'drifted', kind: 'finding', title: 'Drifted'}]})
  })

  test.each([
    ['drift', 'Hint: Did you mean drifted?'],
    ['gap-denid', 'Hint: Did you mean gap-denied?'],
    ['unmanged', 'Hint: Did you mean unmanaged?'],
    ['zzzzzzzzzz', 'Hint: List all codes: trueup explain'],
    ['', 'Hint: List all codes: trueup explain'],
  ])('of the unknown code %j says "%s"', async (code, hint) => {
    const {stderr, exit} = await runCommand(Explain, [code])
    expect({stderr, exit}).toEqual({stderr: expect.stringContaining(hint), exit: 2})
  })
})
