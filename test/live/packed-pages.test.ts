import {describe, expect, test} from 'vitest'

import {TrueupError} from '../../src/errors.ts'
import type {ReadPage} from '../../src/live/read-live.ts'
import {PagePacking, PageTexts, unpacked} from '../../src/live/packed-pages.ts'
import {errorOf, told} from '../../src/live/threads/told.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {Sensitive, type ValueRecord} from '../../src/model/value.ts'

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const salt = 'salt of the run'

function objectWith(properties: ValueRecord): LiveObject {
  return {type: 'AWS::Lambda::Function', id: 'f', location, reader: 'config', properties}
}

function packedAndBack(...pages: readonly ReadPage[]): readonly ReadPage[] {
  const texts = new PageTexts(salt)
  const packing = new PagePacking()
  for (const page of pages) packing.add(texts.of(page))
  const packed = packing.take()
  return packed ? unpacked(packed, salt) : []
}

function across(properties: ValueRecord): ValueRecord {
  const [[event] = []] = packedAndBack([{kind: 'object', object: objectWith(properties)}])
  return event?.kind === 'object' ? event.object.properties : {}
}

describe('what crosses threads', () => {
  test('is what it was', () => {
    const page: ReadPage = [
      {kind: 'object', object: {...objectWith({Name: 'ä"\\\u2028', Of: {None: null, Many: [1, [true]]}}), tags: {}}},
      {kind: 'scope', scope: {type: 'AWS::Lambda::Function', location, reader: 'config', sees: ['Name']}},
      {kind: 'gap', gap: {reason: 'denied', detail: 'no', location, hides: {count: 2, examples: ['a', 'b']}}},
      {kind: 'tags', arn: 'arn:aws:lambda:::f', tags: {$sensitive: 'a tag of this name', team: ''}},
      {kind: 'tagging-scope', location},
      {kind: 'account-read', account: '111122223333'},
    ]
    expect(packedAndBack(page, [{kind: 'tagging-scope', location}])).toEqual([
      page,
      [{kind: 'tagging-scope', location}],
    ])
    expect(packedAndBack()).toEqual([])
  })

  test.each([
    ['a mark', {$sensitive: 'abc'}],
    ['what protects one', {$plain: {$sensitive: 'abc'}}],
    ['both, deep within', {Policy: [{$plain: 1, $sensitive: {$sensitive: 2}}]}],
  ] as const)('takes what looks like %s for what it is', (_, properties) => {
    expect(across(properties)).toEqual(properties)
  })

  test('shows of a secret no more than its digest, and that is the same', () => {
    const {Password: secret} = across({Password: Sensitive.of('hunter2'), Name: 'f'})
    expect(secret).toBeInstanceOf(Sensitive)
    expect((secret as Sensitive).reveal()).toBeUndefined()
    expect((secret as Sensitive).digest(salt)).toBe(Sensitive.of('hunter2').digest(salt))
  })

  test('keeps the salt of a digest that comes from a kept answer, and its other forms', () => {
    const kept = Sensitive.ofDigest('0f0f', 'salt of the file', ['1e1e'])
    const secret = across({UserData: kept})['UserData'] as Sensitive
    expect([secret.digest('any'), secret.salt, secret.otherDigests('any')]).toEqual([
      '0f0f',
      'salt of the file',
      ['1e1e'],
    ])
  })

  test('an error keeps what users are told of it', () => {
    const error = new TrueupError('no such role', {code: 'role-invalid', fault: 'user', hint: 'Name another.'})
    const again = errorOf(structuredClone(told(error)))
    expect(again).toBeInstanceOf(TrueupError)
    expect(again).toMatchObject({message: 'no such role', code: 'role-invalid', fault: 'user', hint: 'Name another.'})
    expect(errorOf(structuredClone(told(new RangeError('too deep'))))).toMatchObject({
      name: 'RangeError',
      message: 'too deep',
    })
  })
})
