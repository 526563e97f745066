import {describe, expect, test} from 'vitest'

import type {Ability, LiveChoice, ObjectReader} from '../../src/live/abilities.ts'
import {choose} from '../../src/live/choose.ts'

const able: Record<string, Ability> = {
  recorded: {can: true, because: 'AWS Config records it continuously'},
  daily: {can: true, because: 'AWS Config records it once a day', daily: true},
  listed: {can: true, because: 'its own API lists it'},
  got: {can: true, because: 'Cloud Control reads it one by one'},
}

function refused(detail: string): Ability {
  return {can: false, why: {reason: 'not-recorded', detail}}
}

function chosen(
  abilities: Partial<Record<ObjectReader, Ability | undefined>>,
  choice: LiveChoice = 'auto',
  type = 'AWS::EC2::VPC',
) {
  const known = Object.entries(abilities).filter(([, ability]) => ability !== undefined)
  const {options, refusals} = choose(type, choice, new Map(known) as ReadonlyMap<ObjectReader, Ability>)
  return {
    options: options.map(({reader}) => reader),
    because: options[0]?.because,
    refusals: refusals.map(({reader}) => reader),
  }
}

describe('the reader of a type', () => {
  test('is Config where it records the type continuously', () => {
    const all = {config: able['recorded'], service: able['listed'], 'cloud-control': able['got']}
    expect(chosen(all)).toEqual({
      options: ['config', 'service', 'cloud-control'],
      because: 'AWS Config records it continuously',
      refusals: [],
    })
  })

  test('is the service itself where Config may be a day behind, and the report says so', () => {
    const all = {config: able['daily'], service: able['listed'], 'cloud-control': able['got']}
    expect(chosen(all)).toEqual({
      options: ['service', 'config', 'cloud-control'],
      because: 'its own API lists it: AWS Config records it once a day',
      refusals: [],
    })
  })

  test('is the next one where Config does not record the type, with what Config said', () => {
    const all = {config: refused('AWS Config has no recorder in this region.'), 'cloud-control': able['got']}
    expect(chosen(all)).toEqual({
      options: ['cloud-control'],
      because: 'Cloud Control reads it one by one: AWS Config has no recorder in this region',
      refusals: ['config'],
    })
  })

  test('is a recording of the day before a call for each object', () => {
    expect(chosen({config: able['daily'], 'cloud-control': able['got']}).options).toEqual(['config', 'cloud-control'])
  })

  test('is any other than the one that is known to err on it', () => {
    const all = {config: able['recorded'], 'cloud-control': able['got']}
    const {options, because} = chosen(all, 'auto', 'AWS::SecretsManager::Secret')
    expect(options).toEqual(['cloud-control', 'config'])
    expect(because).toMatch(/^Cloud Control reads it one by one: .*no secrets/)
  })

  test('is who --live names, and nobody else', () => {
    const all = {config: able['recorded'], service: able['listed'], 'cloud-control': able['got']}
    expect(chosen(all, 'cloud-control')).toEqual({
      options: ['cloud-control'],
      because: 'Cloud Control reads it one by one, asked for with --live',
      refusals: [],
    })
    expect(chosen({config: refused('off'), service: able['listed']}, 'config')).toEqual({
      options: [],
      because: undefined,
      refusals: ['config'],
    })
  })
})
