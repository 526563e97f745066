import {
  EventBridgeClient,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
} from '@aws-sdk/client-eventbridge'

import {eventsRule} from '../../projectors/events-rule.ts'
import {named, pagesOf, plain, tokenPages} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {targetOf} from './target.ts'

const members = [
  'Description',
  'EventBusName',
  'EventPattern',
  'ManagedBy',
  'Name',
  'RoleArn',
  'ScheduleExpression',
  'State',
] as const

/** Rules are listed by event bus. */
export const rule = serviceType<EventBridgeClient, Rule>({
  objectType: eventsRule.objectType,
  client: EventBridgeClient,
  sees: members,
  async *list(client) {
    const buses = tokenPages(
      (NextToken) => client.send(new ListEventBusesCommand({NextToken})),
      ({NextToken}) => NextToken,
    )
    for await (const {EventBuses = []} of buses) {
      for (const {Name: EventBusName} of EventBuses) {
        const rules = tokenPages(
          (NextToken) => client.send(new ListRulesCommand({EventBusName, NextToken})),
          ({NextToken}) => NextToken,
        )
        yield* pagesOf(rules, ({Rules}) => Rules)
      }
    }
  },
  object: (answer) => ({
    id: answer.Arn ?? '',
    ...(answer.Arn === undefined ? {} : {arn: answer.Arn}),
    ...(answer.Name === undefined ? {} : {name: answer.Name}),
    properties: named(answer, members),
  }),
  parts: [
    {
      shows: ['Targets'],
      read: async (client, [answer]) => {
        const input = {Rule: answer?.Name, EventBusName: answer?.EventBusName}
        const pages = tokenPages(
          (NextToken) => client.send(new ListTargetsByRuleCommand({...input, NextToken})),
          ({NextToken}) => NextToken,
        )
        const targets = (await Array.fromAsync(pages)).flatMap(({Targets = []}) => Targets)
        return [{properties: {Targets: targets.map((target) => plain(targetOf(target)))}}]
      },
    },
  ],
})
