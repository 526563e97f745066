import type {ObjectType} from '../model/live.ts'
import table from './service-actions.json' with {type: 'json'}

/** What reading a type from its service's own API calls, as `scripts/service-actions.ts` finds it in the code. */
export const serviceActions: Readonly<Record<ObjectType, readonly string[]>> = table

/** What the calls of a service are for, by IAM prefix. */
export const servicePurposes: Readonly<Record<string, string>> = {
  acm: 'certificates',
  apigateway: 'APIs, their stages, routes and integrations',
  'application-autoscaling': 'what scales by itself, and by which policies',
  autoscaling: 'groups, launch configurations and policies',
  batch: 'compute environments and job queues',
  bedrock: 'provisioned throughput',
  cloudfront: 'distributions',
  cloudtrail: 'trails',
  cloudwatch: 'alarms',
  codebuild: 'projects',
  'cognito-idp': 'user pools and their clients, never a secret',
  dynamodb: 'tables',
  ec2: 'instances, volumes and networks, as EC2 describes them',
  ecr: 'repositories',
  ecs: 'clusters, services and task definitions',
  eks: 'clusters, node groups and add-ons',
  elasticache: 'caches and their subnet groups',
  elasticfilesystem: 'file systems, mount targets and access points',
  elasticloadbalancing: 'load balancers, listeners, rules and target groups',
  elasticmapreduce: 'clusters, and their instance groups and fleets',
  'emr-serverless': 'applications',
  events: 'rules and their targets',
  fsx: 'file systems',
  glue: 'databases, tables, crawlers and jobs',
  iam: 'roles, policies, users and groups',
  kinesis: 'streams',
  kms: 'keys, their policies and aliases',
  lambda: 'functions, who may call them, and layers',
  logs: 'log groups, which AWS Config does not know',
  rds: 'databases, their groups and proxies',
  redshift: 'subnet groups',
  route53: 'zones and records',
  s3: 'buckets and each of their settings',
  sagemaker: 'endpoints, notebooks, training and clusters: accelerators',
  secretsmanager: 'secrets, never their values',
  sns: 'topics and subscriptions',
  sqs: 'queues',
  ssm: 'parameters',
  states: 'state machines',
}
