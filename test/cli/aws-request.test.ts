import {expect, test} from 'vitest'

import {awsRequestOf} from '../../src/cli/aws-request.ts'

test.each([
  [{account: ['12345']}, 'account-invalid'],
  [{'exclude-account': ['prod']}, 'account-invalid'],
  [{'session-name': 'on call'}, 'session-name-invalid'],
  [{'session-name': 'x'}, 'session-name-invalid'],
])('%j is refused before AWS is asked', (flags, code) => {
  expect(() => awsRequestOf({live: 'auto', ...flags})).toThrow(expect.objectContaining({code}))
})

test('names that AWS takes pass', () => {
  const flags = {live: 'auto', account: ['111122223333'], 'session-name': 'me+drift=1,a.b@corp-x_y'} as const
  expect(awsRequestOf(flags)).toMatchObject({accounts: ['111122223333'], sessionName: 'me+drift=1,a.b@corp-x_y'})
})
