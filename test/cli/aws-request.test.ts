import {expect, test} from 'vitest'

import {awsRequestOf} from '../../src/cli/aws-request.ts'

test.each([
  [{account: ['12345']}, 'account-invalid'],
  [{'exclude-account': ['prod']}, 'account-invalid'],
  [{region: ['eu-central-1', 'Frankfurt']}, 'region-invalid'],
  [{region: ['eu-central-1,eu-west-1']}, 'region-invalid'],
  [{'session-name': 'on call'}, 'session-name-invalid'],
  [{'session-name': 'x'}, 'session-name-invalid'],
])('%j is refused before AWS is asked', (flags, code) => {
  expect(() => awsRequestOf({live: 'auto', ...flags})).toThrow(expect.objectContaining({code}))
})

test('names that AWS takes pass', () => {
  const flags = {live: 'auto', account: ['111122223333'], 'session-name': 'me+drift=1,a.b@corp-x_y'} as const
  expect(awsRequestOf(flags)).toMatchObject({accounts: ['111122223333'], sessionName: 'me+drift=1,a.b@corp-x_y'})
})

test('regions of every partition and of tomorrow pass, a misspelt one comes with the one that was meant', () => {
  const region = ['all', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1', 'xx-north-12']
  expect(awsRequestOf({live: 'auto', region})).toMatchObject({regions: region})
  expect(() => awsRequestOf({live: 'auto', region: ['eu-central1']})).toThrow(
    expect.objectContaining({hint: 'Did you mean --region eu-central-1?'}),
  )
})
