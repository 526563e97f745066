import {describe, expect, test} from 'vitest'

import type {Ability, ObjectReader} from '../../src/live/abilities.ts'
import {readTypes} from '../../src/live/read-types.ts'
import type {ObjectSource, WantedType} from '../../src/live/reader.ts'
import type {Gap, GapReason} from '../../src/model/gap.ts'
import type {LiveEvent, LivePage} from '../../src/model/live.ts'
import {eventsOf} from './events-of.ts'
import {frankfurt, wanted} from './fake-session.ts'

const queues = wanted('AWS::SQS::Queue', ['jobs', 'results'])
const topics = wanted('AWS::SNS::Topic', ['alerts'])

type Answer = 'all' | GapReason

/** A source that reads each type, or says why not. */
function source(name: ObjectReader, answers: Readonly<Record<string, Answer>>, ability?: Ability): ObjectSource {
  return {
    name,
    ability: async () => ability ?? {can: true, because: `${name} can`},
    async *read({types}) {
      for (const {type, declaredIds} of types) yield answerOf(name, type, declaredIds, answers[type] ?? 'all')
    },
  }
}

function answerOf(reader: ObjectReader, type: string, ids: readonly string[], answer: Answer): LivePage {
  if (answer !== 'all') return [{kind: 'gap', gap: gap(answer, type, `${reader} said ${answer}.`, `${reader}:Read`)}]
  return [
    ...ids.map((id) => ({kind: 'object', object: {type, id, location: frankfurt, properties: {}, reader}}) as const),
    {kind: 'scope', scope: {type, location: frankfurt, reader, sees: '*'}},
  ]
}

function gap(reason: GapReason, type: string, detail: string, action: string): Gap {
  return {reason, type, location: frankfurt, action, detail, hides: {count: 0, examples: []}}
}

async function read(sources: readonly ObjectSource[], types: readonly WantedType[] = [queues, topics]) {
  const {signal} = new AbortController()
  const byName = new Map(sources.map((one) => [one.name, one] as const))
  return eventsOf(readTypes({location: frankfurt, types, signal}, 'auto', byName))
}

function scopes(events: readonly LiveEvent[]): readonly string[] {
  return events
    .flatMap((event) => (event.kind === 'scope' ? [`${event.scope.type} ${event.scope.reader}`] : []))
    .toSorted()
}

function gaps(events: readonly LiveEvent[]): readonly Gap[] {
  return events.flatMap((event) => (event.kind === 'gap' ? [event.gap] : []))
}

describe('a type', () => {
  test('is read once, by the first reader that can', async () => {
    const events = await read([source('config', {}), source('cloud-control', {})])
    expect(scopes(events)).toEqual(['AWS::SNS::Topic config', 'AWS::SQS::Queue config'])
    expect(events.filter(({kind}) => kind === 'object')).toHaveLength(3)
    expect(gaps(events)).toEqual([])
  })

  test('that the first reader is denied is read by the next, which says so; no gap remains', async () => {
    const events = await read([source('config', {'AWS::SQS::Queue': 'denied'}), source('cloud-control', {})])
    expect(scopes(events)).toEqual(['AWS::SNS::Topic config', 'AWS::SQS::Queue cloud-control'])
    expect(gaps(events)).toEqual([])
    const scope = events.find((event) => event.kind === 'scope' && event.scope.type === 'AWS::SQS::Queue')
    expect(scope).toMatchObject({scope: {because: 'cloud-control can; AWS Config could not (denied)'}})
  })

  test('that nobody could read is one gap, with what each of them said and what can be mended first', async () => {
    const off: Ability = {can: false, why: {reason: 'not-recorded', detail: 'AWS Config has no recorder.'}}
    const events = await read(
      [
        source('config', {}, off),
        source('service', {'AWS::SQS::Queue': 'unsupported-type'}),
        source('cloud-control', {'AWS::SQS::Queue': 'denied'}),
      ],
      [queues],
    )
    expect(scopes(events)).toEqual([])
    expect(gaps(events)).toEqual([
      {
        reason: 'denied',
        type: 'AWS::SQS::Queue',
        location: frankfurt,
        action: 'cloud-control:Read',
        detail: 'cloud-control said denied. AWS Config has no recorder. service said unsupported-type.',
        hides: {count: 2, examples: ['jobs', 'results']},
      },
    ])
  })

  test('that was read all the same keeps what its reader did not see', async () => {
    const partly: ObjectSource = {
      ...source('config', {}),
      async *read({types: [{type} = queues]}) {
        yield [{kind: 'gap', gap: gap('failed', type, 'One has no document.', 'config:Read')}]
        yield [
          {kind: 'scope', scope: {type, location: frankfurt, reader: 'config', sees: '*', unread: ['jobs']}},
          {kind: 'gap', gap: gap('stale', type, 'Once a day.', 'config:Read')},
        ]
      },
    }
    const events = await read([partly, source('cloud-control', {})], [queues])
    expect(scopes(events)).toEqual(['AWS::SQS::Queue config'])
    expect(gaps(events).map(({reason}) => reason)).toEqual(['failed', 'stale'])
  })

  test('that a reader says nothing of is not taken for read', async () => {
    const silent: ObjectSource = {...source('config', {}), async *read() {}}
    expect(gaps(await read([silent], [topics]))).toMatchObject([{reason: 'failed', hides: {count: 1}}])
  })
})
