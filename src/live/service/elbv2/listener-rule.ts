import {ElasticLoadBalancingV2Client, paginateDescribeRules, type Rule} from '@aws-sdk/client-elastic-load-balancing-v2'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {listeners, pageSize} from './children.ts'

const members = ['Actions', 'Conditions', 'RuleArn', 'Transforms'] as const

/** The rules of all listeners but the last one of each, which is the default action of the listener itself. */
export const listenerRule = serviceType<ElasticLoadBalancingV2Client, Rule>({
  objectType: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  client: ElasticLoadBalancingV2Client,
  sees: [...members, 'IsDefault', 'Priority'],
  async *list(client) {
    for await (const page of listeners(client)) {
      for (const {ListenerArn} of page) {
        yield* pagesOf(paginateDescribeRules({client, pageSize}, {ListenerArn}), ({Rules}) =>
          Rules?.filter(({IsDefault}) => IsDefault !== true),
        )
      }
    }
  },
  object: (rule) => ({
    id: rule.RuleArn ?? '',
    ...(rule.RuleArn === undefined ? {} : {arn: rule.RuleArn}),
    properties: {...named(rule, members), ...priorityOf(rule), IsDefault: false},
  }),
})

function priorityOf({Priority}: Rule): JsonRecord {
  return Priority === undefined ? {} : {Priority: Number(Priority)}
}
