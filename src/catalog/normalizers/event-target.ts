import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'
import {withoutDefaults, type Defaults} from './without-defaults.ts'

/**
 * One target of a rule of EventBridge: what is empty or off is absent, and so is what AWS does anyway
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html).
 */
export const eventTarget = byForm((target) => withoutDefaults(unorderedForm(target), defaults))

const defaults: Defaults = {
  EcsParameters: {
    NetworkConfiguration: {AwsVpcConfiguration: {AssignPublicIp: 'DISABLED'}},
    TaskCount: '1',
  },
  RetryPolicy: {MaximumEventAgeInSeconds: '86400', MaximumRetryAttempts: '185'},
}
