import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {afterEach, beforeEach, describe, expect, it} from 'vitest'

import {type Configuration, readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'
import {Unknown, type Value} from '../../../src/model/value.ts'

/** Configurations that are made to be expensive, or are none at all: each gives an answer, soon. */
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trueup-bounds-'))
})

afterEach(() => rmSync(directory, {recursive: true, force: true}))

async function read(files: Readonly<Record<string, string>>): Promise<Configuration> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), {recursive: true})
    writeFileSync(join(directory, name), text)
  }
  return readConfiguration(directory)
}

function input({resources}: Configuration, name = 'x'): Value | undefined {
  return resources.find((resource) => resource.name === name)?.attributes['input']
}

function reason(value: Value | undefined): string | undefined {
  return value instanceof Unknown ? value.reason : undefined
}

const chain = (length: number) =>
  `locals {\n  a0 = "end"\n${Array.from({length}, (_, index) => `  a${index + 1} = local.a${index}`).join('\n')}\n}\n${uses(`local.a${length}`)}`

const uses = (expression: string) => `resource "terraform_data" "x" {\n  input = ${expression}\n}\n`

const many = (name: string) => `resource "terraform_data" "${name}" {\n  count = 9999\n}\n`

describe('bounds', () => {
  it('stops at texts that double many times', async () => {
    const doubling = Array.from(
      {length: 60},
      (_, index) => `  a${index + 1} = "\${local.a${index}}\${local.a${index}}"`,
    )
    const configuration = await read({
      'main.tf': `locals {\n  a0 = "0123456789"\n${doubling.join('\n')}\n}\n${uses('local.a60')}`,
    })
    expect(reason(input(configuration))).toBe('the text is too long')
  })

  it('stops at lists that are multiplied many times', async () => {
    const nested =
      Array.from({length: 8}, (_, index) => `for x${index} in local.many`).join(' : [') + ' : 1' + ']'.repeat(8)
    const configuration = await read({'main.tf': `locals {\n  many = range(100)\n}\n${uses(`[${nested}`)}`})
    expect(reason(input(configuration))).toBe('the configuration takes too many steps to evaluate')
  })

  it('follows long chains, and says where they are too long', async () => {
    expect(input(await read({'main.tf': chain(200)}))).toBe('end')
    expect(reason(input(await read({'main.tf': chain(20_000)})))).toBe('expressions refer to each other too deeply')
  })

  it.each([
    ['brackets', `${'['.repeat(5000)}1${']'.repeat(5000)}`],
    ['calls', `${'max('.repeat(5000)}1${')'.repeat(5000)}`],
    ['templates', `${'"${'.repeat(5000)}1${'}"'.repeat(5000)}`],
    ['negations', `${'!'.repeat(50_000)}true`],
  ])('says that a file is nested too deeply: %s', async (_, expression) => {
    const {gaps} = await read({'main.tf': uses(expression), 'other.tf': uses('1').replace('x', 'y')})
    expect(gaps.map(({detail}) => detail)).toEqual([expect.stringContaining('is nested too deeply to be parsed')])
  })

  it.each([
    ['sums', `${'1 + '.repeat(5000)}1`],
    ['conditions', `${'false ? 1 : '.repeat(5000)}1`],
  ])('says that an expression is too long: %s', async (_, expression) => {
    const configuration = await read({'main.tf': uses(expression)})
    expect(reason(input(configuration))).toBe('the expression is too long or nested too deeply to be parsed')
  })

  it('reads an expression that is nested as deeply as nobody writes', async () => {
    const depth = 150
    const configuration = await read({'main.tf': uses(`${'('.repeat(depth)}1${')'.repeat(depth)}`)})
    expect(input(configuration)).toBe(1)
  })

  it('says that a module calls itself', async () => {
    const {gaps} = await read({'main.tf': 'module "again" {\n  source = "./"\n}\n'})
    expect(gaps.map(({detail}) => detail)).toEqual([
      expect.stringContaining('it calls itself, or modules are nested too deeply'),
    ])
  })

  it('is not caught in a link that leads up again', async () => {
    symlinkSync('.', join(directory, 'loop'))
    symlinkSync('main.tf', join(directory, 'main.tf'))
    const {gaps} = await read({'other.tf': uses('1')})
    expect(gaps.map(({detail}) => detail)).toEqual([expect.stringContaining('cannot be read (ELOOP)')])
  })

  it('says what it did not count', async () => {
    const configuration = await read({
      'main.tf': 'resource "terraform_data" "x" {\n  count = 1e9\n  input = "same"\n}\n',
    })
    expect(input(configuration)).toBe('same')
    expect(configuration.blocks[0]?.instancesUnknown?.reason).toBe('count is 1000000000, more than 10000')
  })

  it('says that it stopped counting instances', async () => {
    const configuration = await read({'main.tf': ['a', 'b', 'c', 'd', 'e', 'f'].map(many).join('')})
    expect(configuration.gaps.map(({detail}) => detail)).toEqual([
      expect.stringContaining('more instances of resources and modules than are looked at'),
    ])
  })

  it('takes names that mean something to JavaScript as names', async () => {
    const text = `locals {\n  __proto__ = "a"\n  constructor = "b"\n}\n${uses('{ __proto__ = local.__proto__, constructor = local.constructor, toString = try(local.toString, "none") }')}`
    const configuration = await read({'main.tf': text})
    expect(Object.entries(input(configuration) as object)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', expect.any(Unknown)],
    ])
  })

  it('reads no file outside the root', async () => {
    const configuration = await read({'main.tf': uses('file("/etc/hostname")')})
    expect(input(configuration)).toBeInstanceOf(Unknown)
  })

  it('says that a directory holds no configuration', async () => {
    await expect(read({'README.md': ''})).rejects.toMatchObject({code: 'config-not-found'})
  })

  it('says that a directory does not exist', async () => {
    await expect(readConfiguration(join(directory, 'nowhere'))).rejects.toMatchObject({
      code: 'config-not-found',
      message: expect.stringContaining('does not exist'),
    })
  })
})
