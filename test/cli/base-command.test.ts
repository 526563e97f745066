import {describe, expect, test} from 'vitest'

import {BaseCommand} from '../../src/cli/base-command.ts'
import {gateFlags, liveFlags, reportFlag, stateFlag} from '../../src/cli/flags.ts'
import {TrueupError, userError} from '../../src/errors.ts'
import {runCommand} from './run-command.ts'

const secret = 'hunter2'

const endings: Record<string, () => unknown> = {
  well: () => ({answer: 42}),
  'with findings': () => {
    process.exitCode = 1
    return {findings: ['drifted']}
  },
  'by a mistake of the user': () => {
    throw userError('state-not-found', 'no such state: prod.tfstate', 'Check the path')
  },
  'by AWS': () => {
    throw new TrueupError('AWS refused', {code: 'aws-denied', fault: 'aws'})
  },
  'by a bug': () => JSON.parse(`{"password": ${secret}}`),
}

/** Ends as its argument says. */
class Ends extends BaseCommand {
  static override id = 'ends'
  static override strict = false
  static override flags = {state: stateFlag, report: reportFlag, ...liveFlags, ...gateFlags}

  async run(): Promise<unknown> {
    const {argv, flags} = await this.parse(Ends)
    if (argv.length === 0) return flags
    this.log(`ended ${String(argv[0])}`)
    return endings[String(argv[0])]?.()
  }
}

describe('a command that ends', () => {
  test('well prints and exits with 0', async () => {
    expect(await runCommand(Ends, ['well'])).toMatchObject({exit: 0, stdout: 'ended well\n', stderr: ''})
  })

  test('with findings exits with 1 and keeps its payload', async () => {
    const {exit, stdout} = await runCommand(Ends, ['with findings', '--json'])
    expect({exit, payload: JSON.parse(stdout)}).toEqual({exit: 1, payload: {findings: ['drifted']}})
  })

  test('by a mistake of the user exits with 2, and tells the way out', async () => {
    const {exit, stderr, error} = await runCommand(Ends, ['by a mistake of the user'])
    expect({exit, stderr}).toEqual({
      exit: 2,
      stderr:
        'Error: no such state: prod.tfstate\nHint: Check the path\n(state-not-found; trueup explain state-not-found)\n',
    })
    expect(error).toBeInstanceOf(TrueupError)
  })

  test('by AWS exits with 3', async () => {
    expect(await runCommand(Ends, ['by AWS'])).toMatchObject({
      exit: 3,
      stderr: 'Error: AWS refused\n(aws-denied; trueup explain aws-denied)\n',
    })
  })

  test('by a bug exits with 3, without a stack trace and without quoting the input', async () => {
    const {exit, stderr} = await runCommand(Ends, ['by a bug'])
    expect(exit).toBe(3)
    expect(stderr).toMatch(
      /^Error: unexpected error \(SyntaxError.*please report it\nHint: .*DEBUG=trueup.*\n\(unexpected-error; /,
    )
    expect(stderr).not.toContain(secret)
    expect(stderr).not.toContain('    at ')
  })
})

describe('under --json a failure', () => {
  test.each([
    ['by a mistake of the user', {name: 'TrueupError', code: 'state-not-found', hint: 'Check the path', exit: 2}],
    ['by AWS', {name: 'TrueupError', code: 'aws-denied', message: 'AWS refused', exit: 3}],
    ['by a bug', {name: 'SyntaxError', code: 'unexpected-error', exit: 3}],
  ])('%s is a small object on stdout', async (ending, expected) => {
    const {exit, stdout, stderr} = await runCommand(Ends, [ending, '--json'])
    expect(JSON.parse(stdout)).toEqual({error: expect.objectContaining(expected)})
    expect({exit, stderr}).toEqual({exit: expected.exit, stderr: ''})
  })

  test('on the command line names the flag, nothing of our configuration', async () => {
    const {exit, stdout} = await runCommand(Ends, ['--json', '--live', 'sometimes'])
    expect(exit).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: {
        name: 'UsageError',
        code: 'usage',
        message: 'Expected --live=sometimes to be one of: auto, config, service, cloud-control',
        hint: 'See trueup ends --help',
        exit: 2,
      },
    })
  })
})

const parsed = async (...argv: string[]) => JSON.parse((await runCommand(Ends, ['--json', ...argv])).stdout)

describe('shared flags', () => {
  test('have safe defaults', async () => {
    expect(await parsed()).toEqual({json: true, live: 'auto', 'fail-on': ['medium']})
  })

  test('take several states, standard input among them, and what a shell makes of a glob', async () => {
    const {state, strict} = await parsed('--state', 'a.tfstate', 'b.tfstate', '--state', '-', '--strict')
    expect({state, strict}).toEqual({state: ['a.tfstate', 'b.tfstate', '-'], strict: true})
  })

  test('take reports with and without a file', async () => {
    expect((await parsed('--report', 'json=out=1.json', '--report', 'terminal')).report).toEqual([
      {format: 'json', file: 'out=1.json'},
      {format: 'terminal'},
    ])
  })

  test.each([
    ['--report', '=x.json', 'names no format'],
    ['--report', 'json=', 'names no file'],
  ])('refuse %s %s', async (flag, value, why) => {
    expect((await parsed(flag, value)).error).toMatchObject({
      code: 'report-target-invalid',
      exit: 2,
      message: expect.stringContaining(why),
    })
  })

  test('refuse a snapshot along with what is only for AWS', async () => {
    expect((await parsed('--snapshot', 'live.jsonl', '--region', 'eu-west-1')).error).toMatchObject({
      code: 'usage',
      exit: 2,
    })
  })
})
