import type {Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription */
export const entry = {
  type: 'aws_sns_topic_subscription',
  confidence: 'curated',
  objectType: 'AWS::SNS::Subscription',
  role: 'object',
  identity: [['arn'], ['id']],
  tags: 'none',
  attributes: {
    confirmation_timeout_in_minutes: {skip: 'terraform-only', because: 'how long the provider waits'},
    confirmation_was_authenticated: {skip: 'computed', because: 'how the subscription came about'},
    delivery_policy: {to: 'DeliveryPolicy', as: 'jsonDocument'},
    endpoint: {to: 'Endpoint', value: withoutPassword},
    endpoint_auto_confirms: {skip: 'terraform-only', because: 'whether the provider waits'},
    filter_policy: {to: 'FilterPolicy', as: 'jsonDocument'},
    filter_policy_scope: {to: 'FilterPolicyScope', default: 'MessageAttributes', computed: true},
    owner_id: {skip: 'computed', because: 'the account'},
    pending_confirmation: {skip: 'computed', because: 'state of the subscription'},
    protocol: {to: 'Protocol'},
    raw_message_delivery: {to: 'RawMessageDelivery'},
    redrive_policy: {to: 'RedrivePolicy', as: 'jsonDocument'},
    replay_policy: {to: 'ReplayPolicy', as: 'jsonDocument'},
    subscription_role_arn: {to: 'SubscriptionRoleArn'},
    topic_arn: {to: 'TopicArn'},
  },
  object: {
    idScope: 'region',
    severity: {Endpoint: 'high', Protocol: 'high'},
  },
} satisfies TerraformType

/** SNS shows the password of an endpoint as asterisks (https://docs.aws.amazon.com/sns/latest/dg/sns-subscribe-https-s-endpoints-to-topic.html). */
function withoutPassword(endpoint: Json): Json {
  return typeof endpoint === 'string' ? endpoint.replace(/^(https?:\/\/[^:@/]+:)[^@]*@/, '$1****@') : endpoint
}
