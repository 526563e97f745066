import {isArray, type Json} from '../../model/value.ts'
import {listed, recordAt, recordsAt, said, textAt} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** A map by id, of all kinds of targets; in CloudFormation one list a kind, without ids, and one entry an event. */
export function notifications(document: JsonRecord): JsonRecord {
  const configurations = recordAt(document, 'configurations')
  const all = Object.keys(configurations).map((id) => recordAt(configurations, id))
  return said({
    LambdaConfigurations: listed(all.flatMap((item) => entries(item, 'Function', 'functionARN'))),
    QueueConfigurations: listed(all.flatMap((item) => entries(item, 'Queue', 'queueARN'))),
    TopicConfigurations: listed(all.flatMap((item) => entries(item, 'Topic', 'topicARN'))),
  })
}

function entries(configuration: JsonRecord, target: string, arnKey: string): readonly JsonRecord[] {
  const arn = textAt(configuration, arnKey)
  const events = configuration['events']
  if (arn === undefined || !isArray(events)) return []
  const filter = filterOf(configuration)
  return events.map((event) => said({Event: event, [target]: arn, Filter: filter}))
}

function filterOf(configuration: JsonRecord): Json | undefined {
  const keyFilter = recordAt(recordAt(configuration, 'filter'), 's3KeyFilter')
  const rules = recordsAt(keyFilter, 'filterRules').map(({name, value}) =>
    said({Name: typeof name === 'string' ? name.toLowerCase() : name, Value: value}),
  )
  return rules.length === 0 ? undefined : {S3Key: {Rules: rules}}
}
