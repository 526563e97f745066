import {describe, expect, test} from 'vitest'

import {heldOf, untilExpired} from '../../src/aws/held-credentials.ts'

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)
const keys = (accessKeyId: string, expiration: Date | undefined) => ({
  accessKeyId,
  secretAccessKey: 'not-a-secret',
  sessionToken: 'token',
  ...(expiration && {expiration}),
})

describe('credentials that are handed over', () => {
  test('are data alone', async () => {
    const expiration = inMinutes(60)
    const held = await heldOf(async () => ({...keys('A', expiration), $source: {CREDENTIALS_CODE: 'e'}}))
    expect(structuredClone(held)).toEqual(keys('A', expiration))
    expect(await heldOf({accessKeyId: 'A', secretAccessKey: 'x'})).toEqual({accessKeyId: 'A', secretAccessKey: 'x'})
  })

  test.each([
    ['an hour left', inMinutes(60), {}, 'held'],
    ['no end', undefined, {}, 'held'],
    ['a minute left', inMinutes(1), {}, 'renewed'],
    ['ended', inMinutes(-1), {}, 'renewed'],
    ['an hour left, and refused by AWS', inMinutes(60), {forceRefresh: true}, 'renewed'],
  ])('with %s', async (_, expiration, options, expected) => {
    const credentials = untilExpired(keys('held', expiration), async () => keys('renewed', inMinutes(60)))
    const {accessKeyId} = typeof credentials === 'function' ? await credentials(options) : credentials
    expect(accessKeyId).toBe(expected)
  })
})
