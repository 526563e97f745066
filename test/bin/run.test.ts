import {spawn, spawnSync} from 'node:child_process'
import {cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {builtTree} from '../../scripts/built-tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const trees = join(root, '.e2e')
mkdirSync(trees, {recursive: true})
const folder = mkdtempSync(join(trees, 'run-'))
const commands = ['crash', 'deaf', 'places', 'talk', 'write'].map((name) => [
  `commands/${name}`,
  join(root, `test/bin/commands/${name}.ts`),
])
let program: string

beforeAll(async () => {
  program = await builtTree(folder, Object.fromEntries(commands))
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true}))

function trueup(...argv: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
    input: '',
    maxBuffer: 10_000_000,
  })
  return {status, stdout, stderr}
}

/** In a shell, `trueup` being the program; ends with the exit code of the program alone. */
function shell(pipe: string) {
  const script = `trueup() { '${process.execPath}' '${program}' "$@"; }; ${pipe}; echo "exit \${PIPESTATUS[0]}"`
  const {stdout, stderr} = spawnSync('bash', ['-c', script], {encoding: 'utf8'})
  return {lines: stdout.trim().split('\n'), stderr}
}

/** Sends the signals once the program prints, one after another. */
async function interrupted(argv: string[], ...signals: NodeJS.Signals[]) {
  const child = spawn(process.execPath, [program, ...argv], {stdio: ['ignore', 'pipe', 'pipe']})
  let stderr = ''
  child.stderr.on('data', (text) => (stderr += String(text)))
  child.stdout.once('data', () => signals.forEach((signal, index) => setTimeout(() => child.kill(signal), 50 * index)))
  const [status, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ending) => resolve(ending))
  })
  return {status, signal, stderr}
}

test('every piece of the program can be loaded by itself', () => {
  const load = `
    const failed = []
    for (const file of process.argv.slice(1)) await import(file).catch((error) => failed.push(file + ': ' + error))
    if (failed.length > 0) throw new Error(failed.join('\\n'))`
  const pieces = globSync('dist/chunks/*.js', {cwd: folder}).map((file) => pathToFileURL(join(folder, file)).href)
  const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', load, ...pieces], {
    encoding: 'utf8',
  })
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(pieces.length).toBeGreaterThan(50)
})

describe('output through a pipe', () => {
  test('arrives in full, however slowly it is read', () => {
    expect(shell('trueup talk | (sleep 1; wc -l)')).toEqual({lines: ['20000', 'exit 1'], stderr: ''})
  })

  test('ends in peace when the reader has seen enough, with the exit code still right', () => {
    const {lines, stderr} = shell('trueup talk | head -n 2')
    expect({count: lines.length, last: lines.at(-1), stderr}).toEqual({count: 3, last: 'exit 1', stderr: ''})
  })

  test('arrives in full under --json too', () => {
    const {status, stdout} = trueup('talk', '--json')
    expect({status, lines: JSON.parse(stdout).lines.length}).toEqual({status: 1, lines: 20_000})
  })
})

describe('a crash exits with 3, prints no stack trace and quotes nothing', () => {
  test.each(['here', 'elsewhere'])('%s', (where) => {
    const {status, stdout, stderr} = trueup('crash', '--where', where)
    expect({status, stdout}).toEqual({status: 3, stdout: ''})
    expect(stderr).toMatch(/^Error: unexpected error \(TypeError at .*\), a bug in trueup: please report it\nHint: /)
    expect(stderr).not.toMatch(/hunter2|^ {4}at /m)
  })

  test('when nothing is left to wait for', () => {
    expect(trueup('crash', '--where', 'never').status).toBe(3)
  })

  test('when the installation is broken', () => {
    const broken = join(folder, 'broken')
    cpSync(join(folder, 'bin'), join(broken, 'bin'), {recursive: true})
    const {status, stderr} = spawnSync(process.execPath, [join(broken, 'bin/run.js'), 'scan'], {encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 3, stderr: expect.stringContaining('ERR_MODULE_NOT_FOUND')})
  })
})

describe('the command line', () => {
  test.each([
    ['an unknown command', ['scam'], 'Error: there is no command scam\nHint: Did you mean trueup scan?'],
    ['an unknown flag', ['talk', '--loud'], 'Error: Unknown flag: --loud'],
    ['a missing flag', ['crash'], 'Missing required flag where'],
  ])('with %s is told so on stderr, exit code 2', (_, argv, message) => {
    const {status, stdout, stderr} = trueup(...argv)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(message)
    expect(stderr.split('\n').length).toBeLessThan(7)
  })

  test('is completed for the shell that asks', () => {
    const {status, stdout} = trueup('complete', '--', 'tags', 'ch')
    expect({status, lines: stdout.split('\n')}).toEqual({
      status: 0,
      lines: [expect.stringMatching(/^check\tCheck tags/), ':4', ''],
    })
  })

  test('with a mistake under --json yields one small object', () => {
    const {status, stdout, stderr} = trueup('talk', '--json', '--loud')
    expect({status, stderr}).toEqual({status: 2, stderr: ''})
    expect(JSON.parse(stdout)).toEqual({
      error: {
        name: 'UsageError',
        code: 'usage',
        message: 'Unknown flag: --loud',
        hint: 'See trueup talk --help',
        exit: 2,
      },
    })
  })

  test('--version names package, platform and node, as oclif does', () => {
    expect(trueup('--version').stdout).toBe(
      `trueup/0.1.0 ${process.platform}-${process.arch} node-${process.version}\n`,
    )
    const {stdout} = spawnSync(process.execPath, [join(root, 'bin/dev.js'), '--version'], {encoding: 'utf8'})
    expect(trueup('--version').stdout).toBe(stdout)
  })

  test('--help lists the commands', () => {
    expect(trueup('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/COMMANDS\n(.*\n)*  talk +Says much/),
    })
  })
})

describe('Ctrl-C', () => {
  test('leaves no file behind, half or whole', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const {status, stderr} = await interrupted(['write', '--out', join(out, 'live.jsonl')], 'SIGINT')
    expect({status, stderr, files: readdirSync(out)}).toEqual({
      status: 130,
      stderr: expect.stringMatching(/^Error: interrupted/),
      files: [],
    })
  })

  test('twice ends at once what does not listen', async () => {
    expect(await interrupted(['deaf'], 'SIGINT', 'SIGINT')).toMatchObject({status: 130})
  })

  test('is not the only way: SIGTERM exits with 143', async () => {
    expect(await interrupted(['deaf'], 'SIGTERM', 'SIGTERM')).toMatchObject({status: 143})
  })
})

describe.runIf(process.platform === 'linux')('a state through a pipe', () => {
  const state = join(root, 'fixtures/types/aws_sqs_queue/terraform.tfstate')

  test('is read, as a shell names it', () => {
    for (const script of [
      `trueup inspect --json --state <(cat '${state}')`,
      `trueup inspect --json --state /dev/stdin < <(cat '${state}')`,
    ]) {
      const {lines, stderr} = shell(script)
      expect({last: lines.at(-1), stderr}).toEqual({last: 'exit 0', stderr: ''})
      expect(lines.join('')).toContain('"type": "aws_sqs_queue"')
    }
  })

  test('that nobody writes to is left by Ctrl-C', async () => {
    const pipe = join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const child = spawn(process.execPath, [program, 'inspect', '--state', pipe], {stdio: 'ignore'})
    // Its start takes a fraction of this.
    setTimeout(() => child.kill('SIGINT'), 1500)
    const [status] = await new Promise<[number | null]>((resolve) => {
      child.on('close', (...ending) => resolve([ending[0]]))
    })
    expect(status).toBe(130)
  })
})

test('code is parsed in a thread, which the build puts beside', () => {
  const {status, stdout, stderr} = trueup('inspect', '--config', join(root, 'fixtures/hcl/operators'), '--json')
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(JSON.parse(stdout).resources.length).toBeGreaterThan(0)
})

test('the grammar of Terraform is read where the build puts it', () => {
  const grammars = join(folder, 'dist/grammars')
  expect(readdirSync(grammars).toSorted()).toEqual(['tree-sitter-hcl.wasm', 'web-tree-sitter.wasm'])
  const {status, stdout, stderr} = trueup('places', '--json')
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(JSON.parse(stdout)).toEqual({file: 'main.tf', line: 2, column: 3})
  truncateSync(join(grammars, 'tree-sitter-hcl.wasm'))
  expect(trueup('places').status).toBe(3)
})
