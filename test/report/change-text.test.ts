import {expect, test} from 'vitest'

import type {Change} from '../../src/model/change.ts'
import {changeText} from '../../src/report/change-text.ts'

const event = {name: 'PutBucketVersioning', service: 's3.amazonaws.com', id: 'e1'}
const actor = {kind: 'role', name: 'Admin', session: 'jo@example.com'} as const
const made: Change = {
  at: '2026-03-02T10:00:59.000Z',
  certainty: 'property',
  event,
  actor,
  means: 'console',
  from: '198.51.100.7',
}

test.each<readonly [Change, string]>([
  [made, '2026-03-02 10:00 by jo@example.com (Admin) in the console from 198.51.100.7: PutBucketVersioning'],
  [
    {
      ...made,
      certainty: 'object',
      others: 2,
      actor: {kind: 'root', name: 'root'},
      means: 'cli',
      from: 'ec2.amazonaws.com',
    },
    '2026-03-02 10:00 by the root user with the AWS CLI: PutBucketVersioning, the last of 3 writes to the object',
  ],
  [
    {at: made.at, after: '2026-03-01T09:00:00.000Z', certainty: 'time'},
    'changed between 2026-03-01 09:00 and 2026-03-02 10:00',
  ],
])('%#', (change, text) => {
  expect(changeText(change)).toBe(text)
})

test('a name cannot steer the terminal', () => {
  const hostile = {...made, actor: {kind: 'user', name: 'eve\u001B[2J\u202E'}} as const
  expect(['\u001B', '\u202E'].filter((sign) => changeText(hostile).includes(sign))).toEqual([])
})
