import {isEmpty, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

/**
 * One target of a rule of EventBridge: what is empty or off is absent, and so is what AWS does anyway
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html).
 */
export const eventTarget = byForm((target) => withoutDefaults(unorderedForm(target), defaults))

type Defaults = {readonly [name: string]: string | Defaults}

const defaults: Defaults = {
  EcsParameters: {
    NetworkConfiguration: {AwsVpcConfiguration: {AssignPublicIp: 'DISABLED'}},
    TaskCount: '1',
  },
  RetryPolicy: {MaximumEventAgeInSeconds: '86400', MaximumRetryAttempts: '185'},
}

function withoutDefaults(form: Json, known: Defaults): Json {
  if (!isRecord(form)) return form
  const members = Object.entries(form).map(([name, value]): [string, Json] => {
    const usual = known[name]
    if (usual === undefined) return [name, value]
    return [name, typeof usual === 'string' ? (value === usual ? null : value) : withoutDefaults(value, usual)]
  })
  return Object.fromEntries(members.filter(([, value]) => !isEmpty(value)))
}
