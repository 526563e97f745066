import type {Operation} from './operation.ts'

/** An SDK client package: its schemas say how every operation of the service looks on the wire. */
export type Package = Readonly<Record<string, unknown>>

/**
 * The SDK packages of the services that the double speaks for, by the name with which calls are signed; two services may share one.
 * A service is added by one line here, an operation by one line in `apis/`.
 */
export const packages: Readonly<Record<string, readonly (() => Promise<Package>)[]>> = {
  account: [() => import('@aws-sdk/client-account')],
  acm: [() => import('@aws-sdk/client-acm')],
  apigateway: [() => import('@aws-sdk/client-api-gateway'), () => import('@aws-sdk/client-apigatewayv2')],
  'application-autoscaling': [() => import('@aws-sdk/client-application-auto-scaling')],
  autoscaling: [() => import('@aws-sdk/client-auto-scaling')],
  batch: [() => import('@aws-sdk/client-batch')],
  bedrock: [() => import('@aws-sdk/client-bedrock')],
  ce: [() => import('@aws-sdk/client-cost-explorer')],
  cloudcontrolapi: [() => import('@aws-sdk/client-cloudcontrol')],
  cloudfront: [() => import('@aws-sdk/client-cloudfront')],
  cloudtrail: [() => import('@aws-sdk/client-cloudtrail')],
  codebuild: [() => import('@aws-sdk/client-codebuild')],
  'cognito-idp': [() => import('@aws-sdk/client-cognito-identity-provider')],
  config: [() => import('@aws-sdk/client-config-service')],
  dynamodb: [() => import('@aws-sdk/client-dynamodb')],
  ec2: [() => import('@aws-sdk/client-ec2')],
  ecr: [() => import('@aws-sdk/client-ecr')],
  ecs: [() => import('@aws-sdk/client-ecs')],
  eks: [() => import('@aws-sdk/client-eks')],
  elasticache: [() => import('@aws-sdk/client-elasticache')],
  elasticfilesystem: [() => import('@aws-sdk/client-efs')],
  elasticloadbalancing: [
    () => import('@aws-sdk/client-elastic-load-balancing-v2'),
    () => import('@aws-sdk/client-elastic-load-balancing'),
  ],
  elasticmapreduce: [() => import('@aws-sdk/client-emr')],
  'emr-serverless': [() => import('@aws-sdk/client-emr-serverless')],
  es: [() => import('@aws-sdk/client-opensearch')],
  events: [() => import('@aws-sdk/client-eventbridge')],
  fsx: [() => import('@aws-sdk/client-fsx')],
  glue: [() => import('@aws-sdk/client-glue')],
  iam: [() => import('@aws-sdk/client-iam')],
  kinesis: [() => import('@aws-sdk/client-kinesis')],
  kms: [() => import('@aws-sdk/client-kms')],
  lambda: [() => import('@aws-sdk/client-lambda')],
  logs: [() => import('@aws-sdk/client-cloudwatch-logs')],
  monitoring: [() => import('@aws-sdk/client-cloudwatch')],
  organizations: [() => import('@aws-sdk/client-organizations')],
  rds: [() => import('@aws-sdk/client-rds')],
  redshift: [() => import('@aws-sdk/client-redshift')],
  'resource-explorer-2': [() => import('@aws-sdk/client-resource-explorer-2')],
  route53: [() => import('@aws-sdk/client-route-53')],
  s3: [() => import('@aws-sdk/client-s3')],
  sagemaker: [() => import('@aws-sdk/client-sagemaker')],
  secretsmanager: [() => import('@aws-sdk/client-secrets-manager')],
  sns: [() => import('@aws-sdk/client-sns')],
  sqs: [() => import('@aws-sdk/client-sqs')],
  ssm: [() => import('@aws-sdk/client-ssm')],
  states: [() => import('@aws-sdk/client-sfn')],
  sts: [() => import('@aws-sdk/client-sts')],
  tagging: [() => import('@aws-sdk/client-resource-groups-tagging-api')],
}

/** How a service's calls and answers are written (https://smithy.io/2.0/aws/protocols/index.html). */
export type Protocol = 'awsJson1_0' | 'awsJson1_1' | 'restJson1' | 'restXml' | 'awsQuery' | 'ec2Query'

export interface Service {
  /** The signing name. */
  readonly name: string
  readonly protocol: Protocol
  /** Of the query protocols: tells services apart that share a signing name. */
  readonly version: string
  readonly xmlNamespace: string
  readonly operations: ReadonlyMap<string, Operation>
}

const services = new Map<string, Promise<readonly Service[]>>()

/** The services behind a signing name; none where the double does not speak for it. */
export async function servicesNamed(name: string): Promise<readonly Service[]> {
  const known = services.get(name) ?? Promise.all((packages[name] ?? []).map((load) => open(name, load)))
  services.set(name, known)
  return known
}

async function open(name: string, load: () => Promise<Package>): Promise<Service> {
  const sdk = await load()
  const client = Object.values(sdk).find(isClient)
  if (!client) throw new TypeError(`no client of ${name}`)
  const {protocol} = new client({region: 'us-east-1', credentials: {accessKeyId: 'a', secretAccessKey: 'b'}}).config
  const {version = '', xmlNamespace = ''} = protocol.options ?? {}
  const operations = Object.values(sdk).filter(isOperation)
  return {
    name,
    protocol: protocol.getShapeId().split('#')[1] as Protocol,
    version,
    xmlNamespace,
    operations: new Map(operations.map((operation) => [operation[2], operation])),
  }
}

interface Client {
  readonly config: {
    readonly protocol: {
      getShapeId(): string
      readonly options?: {readonly version?: string; readonly xmlNamespace?: string}
    }
  }
}

type ClientClass = new (settings: object) => Client

function isClient(value: unknown): value is ClientClass {
  return typeof value === 'function' && /.Client$/.test(value.name)
}

function isOperation(value: unknown): value is Operation {
  return Array.isArray(value) && value[0] === 9
}
