import {describe, expect, it} from 'vitest'

import {codeOf} from '../../../src/declared/hcl/code-of.ts'
import type {Configuration} from '../../../src/declared/hcl/read-configuration.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'

function resource(address: string): DeclaredResource {
  const provider = {text: 'provider["registry.terraform.io/hashicorp/aws"]'}
  const place = {source: {file: 'main.tf'}, attributes: {}, provider, tainted: false}
  return {origin: 'configured', address, mode: 'managed', type: 'aws_instance', name: 'web', ...place}
}

/** `module.a: from -> to`, the module being that in which the block stands. */
function move(text: string) {
  const [, module, from = '', to = ''] = /^(?:(\S+): )?(\S+) -> (\S+)$/.exec(text) ?? []
  return {...(module === undefined ? {} : {module}), from, to, source: {file: 'main.tf'}}
}

function found(recorded: string, configured: string, moves: readonly string[]): string | undefined {
  const configuration = {resources: [resource(configured)], moved: moves.map(move)} as unknown as Configuration
  return codeOf(configuration)(resource(recorded))?.address
}

describe('code of a recorded resource is found', () => {
  it.each([
    ['under its address', 'aws_instance.web', 'aws_instance.web', []],
    ['under its new name', 'aws_instance.old', 'aws_instance.web', ['aws_instance.old -> aws_instance.web']],
    ['with its key', 'aws_instance.old["a"]', 'aws_instance.web["a"]', ['aws_instance.old -> aws_instance.web']],
    ['where it got a key', 'aws_instance.web', 'aws_instance.web["a"]', ['aws_instance.web -> aws_instance.web["a"]']],
    ['where it lost its key', 'aws_instance.web[0]', 'aws_instance.web', ['aws_instance.web[0] -> aws_instance.web']],
    [
      'in a new module',
      'aws_instance.web',
      'module.app.aws_instance.web',
      ['aws_instance.web -> module.app.aws_instance.web'],
    ],
    [
      'in a renamed module',
      'module.old["a"].aws_instance.web',
      'module.app["a"].aws_instance.web',
      ['module.old -> module.app'],
    ],
    [
      'by a block inside its module',
      'module.app[0].aws_instance.old',
      'module.app[0].aws_instance.web',
      ['module.app[0]: aws_instance.old -> aws_instance.web'],
    ],
    [
      'along a chain, in whatever order it is written',
      'aws_instance.a',
      'aws_instance.d',
      ['aws_instance.c -> aws_instance.d', 'aws_instance.b -> aws_instance.c', 'aws_instance.a -> aws_instance.b'],
    ],
    [
      'through a renamed module and a block inside of it',
      'module.old.aws_instance.old',
      'module.app.aws_instance.web',
      ['module.app: aws_instance.old -> aws_instance.web', 'module.old -> module.app'],
    ],
  ])('%s', (_, recorded, configured, moves) => {
    expect(found(recorded, configured, moves)).toBe(configured)
  })
})

describe('code of a recorded resource is not found', () => {
  it.each([
    [
      'under a name that only begins the same',
      'aws_instance.old_2',
      'aws_instance.web_2',
      ['aws_instance.old -> aws_instance.web'],
    ],
    [
      'where moves lead in a circle',
      'aws_instance.a',
      'aws_instance.web',
      ['aws_instance.a -> aws_instance.b', 'aws_instance.b -> aws_instance.a'],
    ],
    [
      'under the key of another instance',
      'aws_instance.web[1]',
      'aws_instance.web',
      ['aws_instance.web[0] -> aws_instance.web'],
    ],
  ])('%s', (_, recorded, configured, moves) => {
    expect(found(recorded, configured, moves)).toBeUndefined()
  })
})
