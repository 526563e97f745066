import type {Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const entry: TerraformType = {
  type: 'aws_cloudwatch_event_rule',
  confidence: 'curated',
  objectType: 'AWS::Events::Rule',
  role: 'object',
  identity: [['arn']],
  attributes: {
    description: {to: 'Description'},
    event_bus_name: {to: 'EventBusName', as: 'arnOrName', default: 'default'},
    event_pattern: {to: 'EventPattern', as: 'jsonDocument'},
    force_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
    is_enabled: {custom: 'State, where the provider is too old to have state'},
    name: {to: 'Name'},
    name_prefix: {skip: 'alias', because: 'the full name that it led to is in `name`'},
    role_arn: {to: 'RoleArn'},
    schedule_expression: {to: 'ScheduleExpression'},
    state: {to: 'State', default: 'ENABLED', computed: true},
  },
  project: ({attributes}, {id, location}) => {
    const {state, is_enabled: isEnabled} = attributes
    if (id === undefined || (state ?? null) !== null || typeof isEnabled !== 'boolean') return []
    const property = {path: 'State', value: stateOf(isEnabled), attribute: 'is_enabled', default: 'ENABLED'}
    return [{objectType: 'AWS::Events::Rule', id, location, properties: [property]}]
  },
  object: {
    idScope: 'region',
    arnTemplate: '{id}',
    children: ['Targets'],
    sensitive: ['Targets.*.HttpParameters.HeaderParameters.*'],
    severity: {EventPattern: 'high', State: 'high', Targets: 'high'},
  },
}

function stateOf(isEnabled: boolean): Json {
  return isEnabled ? 'ENABLED' : 'DISABLED'
}
