import {parseArn} from '../model/arn.ts'
import type {PartialLocation} from '../model/location.ts'
import type {ValueRecord} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {eventTarget} from './event-target.ts'

const member = {custom: 'a member of the target'}
const namesRule = {custom: 'names the rule, together with the place'}

/** One target of a rule: an element of its `Targets`. A state names the rule, and where it is follows from the provider. */
export const entry: TerraformType = {
  type: 'aws_cloudwatch_event_target',
  confidence: 'curated',
  objectType: 'AWS::Events::Rule',
  role: 'part',
  identity: () => undefined,
  // `arn` is that of the target.
  arnAttribute: null,
  tags: 'none',
  attributes: {
    appsync_target: member,
    arn: member,
    batch_target: member,
    dead_letter_config: member,
    ecs_target: member,
    event_bus_name: namesRule,
    force_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
    http_target: member,
    input: member,
    input_path: member,
    input_transformer: member,
    kinesis_target: member,
    redshift_target: member,
    retry_policy: member,
    role_arn: member,
    rule: namesRule,
    run_command_targets: member,
    sagemaker_pipeline_target: member,
    sqs_target: member,
    target_id: {custom: 'tells the element of Targets'},
  },
  project({attributes}, {location}) {
    const id = ruleArn(attributes, location)
    if (id === undefined) return []
    const element = {
      path: 'Targets',
      element: eventTarget(attributes),
      attribute: 'target_id',
      as: 'eventTarget',
      key: ['Id'],
    } as const
    return [{objectType: 'AWS::Events::Rule', id, location, elements: [element], wholeResource: true}]
  },
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html: the default bus is not named. */
function ruleArn({rule, event_bus_name: bus}: ValueRecord, location: PartialLocation): string | undefined {
  const ofBus = parseArn(bus)
  const {partition, account, region} = {...location, ...ofBus}
  if (typeof rule !== 'string' || !partition || !account || !region) return undefined
  const busName = ofBus?.resource.replace(/^event-bus\//, '') ?? bus
  const path = typeof busName !== 'string' || busName === '' || busName === 'default' ? rule : `${busName}/${rule}`
  return `arn:${partition}:events:${region}:${account}:rule/${path}`
}
