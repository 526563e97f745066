import {describe, expect, it} from 'vitest'

import {FunctionError} from '../../../../src/declared/hcl/functions/function.ts'
import {callFunction, functionNames, isFunction} from '../../../../src/declared/hcl/functions/index.ts'
import {Sensitive} from '../../../../src/model/value.ts'
import {context} from './function-context.ts'
import {expression, functionRows, read, write} from './function-rows.ts'
import type {Row} from './function-rows.ts'

const rows = functionRows()

describe('the functions of the Terraform language', () => {
  it.each(rows.map(([name, row]) => [expression(name, row.args), name, row] as const))('%s', (_, name, row) => {
    expect(outcome(name, row)).toEqual(row.error === undefined ? {result: row.result} : {error: true})
  })

  it('have each a row', () => {
    const known = new Set(rows.map(([name]) => name))
    expect(functionNames.filter((name) => !known.has(name))).toEqual([])
  })

  it('answer to their long names too, and to no others', () => {
    expect(callFunction('core::upper', ['a'], context)).toBe('A')
    expect(isFunction('nosuch')).toBe(false)
    expect(isFunction('constructor')).toBe(false)
    expect(() => callFunction('nosuch', [], context)).toThrow('There is no function named "nosuch".')
  })

  it('mind the number of arguments', () => {
    expect(() => callFunction('upper', [], context)).toThrow('Not enough arguments for function "upper".')
    expect(() => callFunction('upper', ['a', 'b'], context)).toThrow('Too many arguments for function "upper".')
  })

  it('never tell a secret in an error', () => {
    expect(() => callFunction('tonumber', [Sensitive.of('hunter2')], context)).toThrow(
      'Call to function "tonumber" failed: refused (sensitive).',
    )
  })
})

function outcome(name: string, row: Row): unknown {
  try {
    return {result: write(callFunction(name, row.args.map(read), context))}
  } catch (error) {
    if (!(error instanceof FunctionError) || !error.message.includes(row.error ?? '')) throw error
    return {error: true}
  }
}
