import type {TerraformType} from './entry.ts'

const flowLog = 'AWS::EC2::FlowLog'
const subject = {custom: 'ResourceId'} as const
const subjects = [
  'vpc_id',
  'subnet_id',
  'eni_id',
  'transit_gateway_id',
  'transit_gateway_attachment_id',
  'regional_nat_gateway_id',
]

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
export const entry: TerraformType = {
  type: 'aws_flow_log',
  confidence: 'curated',
  objectType: flowLog,
  role: 'object',
  identity: [['id']],
  attributes: {
    ...Object.fromEntries(subjects.map((name) => [name, subject])),
    deliver_cross_account_role: {to: 'DeliverCrossAccountRole'},
    destination_options: {
      to: 'DestinationOptions',
      block: 'single',
      of: {
        file_format: {to: 'FileFormat', default: 'plain-text'},
        hive_compatible_partitions: {to: 'HiveCompatiblePartitions'},
        per_hour_partition: {to: 'PerHourPartition'},
      },
    },
    iam_role_arn: {to: 'DeliverLogsPermissionArn'},
    log_destination: {to: 'LogDestination', as: 'logDestination', computed: true},
    log_destination_type: {to: 'LogDestinationType', default: 'cloud-watch-logs'},
    log_format: {to: 'LogFormat', computed: true},
    log_group_name: {to: 'LogGroupName', computed: true},
    max_aggregation_interval: {to: 'MaxAggregationInterval', default: 600},
    traffic_type: {to: 'TrafficType'},
  },
  project: ({attributes}, {id, location}) => {
    const attribute = subjects.find((name) => typeof attributes[name] === 'string' && attributes[name] !== '')
    const value = attribute === undefined ? undefined : attributes[attribute]
    if (id === undefined || attribute === undefined || value === undefined) return []
    return [{objectType: flowLog, id, location, properties: [{path: 'ResourceId', value, attribute}]}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:vpc-flow-log/{id}',
    severity: {LogDestination: 'high', LogGroupName: 'high', TrafficType: 'high'},
  },
}
