import type {LiveObject} from '../model/live.ts'
import type {Owner} from './owners.ts'

/** A name that a service gives to what it makes by itself, and whose the object then is. */
type NameRule = readonly [name: RegExp, owner: (match: RegExpExecArray) => string]

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/parameter-groups-overview.html: their parameters cannot be changed. */
const defaultParameters: NameRule = [/^default\./, () => 'AWS (default parameter group)']

const rulesByType: Readonly<Record<string, readonly NameRule[]>> = {
  // https://docs.aws.amazon.com/controltower/latest/userguide/shared-account-resources.html
  'AWS::CloudTrail::Trail': [[/^aws-controltower-/, () => 'AWS Control Tower']],
  // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
  'AWS::CloudWatch::Alarm': [[/^TargetTracking-(.+)-Alarm(?:High|Low)-/, ([, what]) => `target tracking of ${what}`]],
  'AWS::EC2::SecurityGroup': [
    // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html
    [/^ElasticMapReduce-/, () => 'Amazon EMR'],
    // https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-vpc.html
    [/^security-group-for-(?:in|out)bound-nfs-(d-\w+)/, ([, domain]) => `SageMaker domain ${domain}`],
  ],
  // https://docs.aws.amazon.com/batch/latest/userguide/compute_environments.html: one for each compute environment
  'AWS::ECS::Cluster': [
    [/^AWSBatch-(.+)-[\da-f-]{36}$/, ([, name]) => `AWS Batch compute environment ${name}`],
    [/^(.+)_Batch_[\da-f-]{36}$/, ([, name]) => `AWS Batch compute environment ${name}`],
  ],
  'AWS::Events::Rule': [
    // https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
    [/^StepFunctionsGet\w+Rule$/, () => 'AWS Step Functions'],
    // https://docs.aws.amazon.com/guardduty/latest/ug/slr-permissions-malware-protection-for-s3.html, and Inspector likewise
    [/^DO-NOT-DELETE-(Amazon(?:GuardDuty|Inspector))/, ([, service]) => `AWS service ${service}`],
  ],
  'AWS::Logs::LogGroup': [
    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
    [/^\/aws\/lambda\/(.+)$/, ([, name]) => `Lambda function ${name}`],
    // https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    [/^\/aws\/eks\/(.+)\/cluster$/, ([, name]) => `EKS cluster ${name}`],
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
    [/^\/aws\/rds\/(?:instance|cluster)\/([^/]+)\//, ([, name]) => `database ${name}`],
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
    [/^RDSOSMetrics$/, () => 'RDS enhanced monitoring'],
    // https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html
    [/^\/aws\/codebuild\/(.+)$/, ([, name]) => `CodeBuild project ${name}`],
    // https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
    [/^\/aws\/sagemaker\/Endpoints\/(.+)$/, ([, name]) => `SageMaker endpoint ${name}`],
    [/^\/aws\/sagemaker\//, () => 'Amazon SageMaker'],
    // https://docs.aws.amazon.com/batch/latest/userguide/using_cloudwatch_logs.html
    [/^\/aws\/batch\/job$/, () => 'AWS Batch'],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-reference-performance-logs-ECS.html
    [/^\/aws\/ecs\/containerinsights\/([^/]+)\//, ([, name]) => `ECS cluster ${name}`],
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    [/^API-Gateway-Execution-Logs_(.+)$/, ([, stage]) => `API Gateway stage ${stage}`],
  ],
  'AWS::RDS::DBClusterParameterGroup': [defaultParameters],
  'AWS::RDS::DBParameterGroup': [defaultParameters],
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
  'AWS::SecretsManager::Secret': [[/^([a-z][a-z-]*)!/, ([, service]) => `AWS service ${service}`]],
}

/** Who made an object, as its name tells. */
export function ownerByName(object: LiveObject): Owner | undefined {
  const name = nameOf(object)
  for (const [pattern, owner] of rulesByType[object.type] ?? []) {
    const match = pattern.exec(name)
    if (match) return {ownedBy: owner(match), evidence: `name ${name}`}
  }
  return undefined
}

/** The identifier of secrets and rules is an ARN. */
function nameOf({properties, name, id}: LiveObject): string {
  const text = properties['Name']
  return typeof text === 'string' ? text : (name ?? id)
}
