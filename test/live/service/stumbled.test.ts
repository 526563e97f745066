import {expect, test} from 'vitest'

import {frankfurt} from '../fake-session.ts'
import {objectsIn, readRecorded} from './replay.ts'

test('what did not turn up may be an object whose answer was not understood: it is not known to be missing', async () => {
  const recording = {
    DescribeLogGroups: [{answer: {logGroups: [{logGroupName: 'known', arn: 'arn:aws:logs:::known'}, null]}}],
    ListTagsForResource: [{answer: {tags: {}}}],
  }
  const wanted = {type: 'AWS::Logs::LogGroup', declaredIds: ['known', 'odd'], unmanaged: true}
  const events = await readRecorded(recording, frankfurt, [wanted])
  expect(objectsIn(events).map(({id}) => id)).toEqual(['known'])
  const scope = events.find((event) => event.kind === 'scope')?.scope
  expect(scope?.unread).toEqual(['odd'])
  expect(events.filter(({kind}) => kind === 'gap')).toMatchObject([
    {gap: {reason: 'failed', hides: {count: 1, examples: ['odd']}}},
  ])
})
