import {entry as instance} from './aws_instance.ts'
import type {AttributeRule, OwnTarget, Projection, TerraformType} from './entry.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {tableProjection} from './table-projection.ts'
import {volumeProjections} from './instance-volumes.ts'

const ofInstance = 'compared on the instance that the request was fulfilled with'

/** The attributes of aws_instance say what is launched: they are compared on the instance, in so far as its table can say them. */
const launched: Readonly<Record<string, AttributeRule>> = Object.fromEntries(
  Object.entries(instance.attributes).map(([name, rule]) => [name, 'skip' in rule ? rule : {custom: ofInstance}]),
)

/**
 * CloudFormation has no type for the request: the names are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotInstanceRequest.html. Its tags are not those of the instance
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/spot_instance_request).
 */
export const entry: TerraformType = {
  type: 'aws_spot_instance_request',
  confidence: 'curated',
  objectType: 'AWS::EC2::SpotInstanceRequest',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...launched,
    block_duration_minutes: {to: 'BlockDurationMinutes', default: 0},
    instance_interruption_behavior: {to: 'InstanceInterruptionBehavior', default: 'terminate', computed: true},
    instance_interruption_behaviour: {skip: 'deprecated', because: 'the older name of instance_interruption_behavior'},
    launch_group: {to: 'LaunchGroup'},
    spot_bid_status: {skip: 'computed', because: 'how the request fares'},
    spot_instance_id: {custom: 'names the instance'},
    spot_price: {to: 'SpotPrice', as: 'decimal', computed: true},
    spot_request_state: {skip: 'computed', because: 'how the request fares'},
    spot_type: {to: 'Type', default: 'persistent'},
    valid_from: {to: 'ValidFrom', as: 'instant', computed: true},
    valid_until: {to: 'ValidUntil', as: 'instant', computed: true},
    wait_for_fulfillment: {skip: 'terraform-only', because: 'how an apply waits'},
  },
  project: instanceOf,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:spot-instances-request/{id}',
  },
}

function instanceOf({attributes}: DeclaredResource, {location}: OwnTarget): readonly Projection[] {
  const id = attributes['spot_instance_id']
  if (typeof id !== 'string' || id === '') return []
  const properties = tableProjection(instance.attributes, attributes)
  return [{objectType: instance.objectType, id, location, properties}, ...volumeProjections(attributes, {id, location})]
}
