import {expect, test} from 'vitest'

import {ownerByName} from '../../src/drift/named-owners.ts'
import type {LiveObject} from '../../src/model/live.ts'

const location = {partition: 'aws', account: '123456789012', region: 'eu-west-1'}

function named(type: string, name: string): LiveObject {
  return {type, id: name, location, properties: {}, reader: 'cloud-control'}
}

test.each([
  ['AWS::CloudTrail::Trail', 'aws-controltower-BaselineCloudTrail', 'AWS Control Tower'],
  [
    'AWS::CloudWatch::Alarm',
    'TargetTracking-service/jobs/embed-AlarmHigh-0d8c2609-317d-4e2d-a777-721dc3389501',
    'target tracking of service/jobs/embed',
  ],
  ['AWS::Events::Rule', 'StepFunctionsGetEventsForBatchJobsRule', 'AWS Step Functions'],
  ['AWS::Events::Rule', 'DO-NOT-DELETE-AmazonInspectorEcrManagedRule', 'AWS service AmazonInspector'],
  ['AWS::Logs::LogGroup', '/aws/lambda/ingest', 'Lambda function ingest'],
  ['AWS::Logs::LogGroup', '/aws/eks/platform/cluster', 'EKS cluster platform'],
  ['AWS::Logs::LogGroup', '/aws/rds/cluster/features/postgresql', 'database features'],
  ['AWS::Logs::LogGroup', 'RDSOSMetrics', 'RDS enhanced monitoring'],
  ['AWS::Logs::LogGroup', '/aws/codebuild/images', 'CodeBuild project images'],
  ['AWS::Logs::LogGroup', '/aws/sagemaker/Endpoints/llm', 'SageMaker endpoint llm'],
  ['AWS::Logs::LogGroup', '/aws/sagemaker/TrainingJobs', 'Amazon SageMaker'],
  ['AWS::Logs::LogGroup', '/aws/batch/job', 'AWS Batch'],
  ['AWS::Logs::LogGroup', '/aws/ecs/containerinsights/shop/performance', 'ECS cluster shop'],
  ['AWS::EC2::SecurityGroup', 'ElasticMapReduce-slave', 'Amazon EMR'],
  ['AWS::EC2::SecurityGroup', 'security-group-for-inbound-nfs-d-0a1b2c3d4e5f', 'SageMaker domain d-0a1b2c3d4e5f'],
  ['AWS::ECS::Cluster', 'AWSBatch-gpu-0d8c2609-317d-4e2d-a777-721dc3389501', 'AWS Batch compute environment gpu'],
  ['AWS::ECS::Cluster', 'gpu_Batch_0d8c2609-317d-4e2d-a777-721dc3389501', 'AWS Batch compute environment gpu'],
  ['AWS::Logs::LogGroup', 'API-Gateway-Execution-Logs_a1b2c3/prod', 'API Gateway stage a1b2c3/prod'],
  ['AWS::RDS::DBParameterGroup', 'default.postgres16', 'AWS (default parameter group)'],
  ['AWS::RDS::DBClusterParameterGroup', 'default.aurora-mysql8.0', 'AWS (default parameter group)'],
])('%s %s belongs to %s', (type, name, ownedBy) => {
  expect(ownerByName(named(type, name))).toEqual({ownedBy, evidence: `name ${name}`})
})

test('a secret that a service manages, by its name inside the document', () => {
  const secret = {...named('AWS::SecretsManager::Secret', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x')}
  const owned = ownerByName({...secret, properties: {Name: 'rds!db-0d8c2609'}})
  expect(owned).toEqual({ownedBy: 'AWS service rds', evidence: 'name rds!db-0d8c2609'})
})

test.each([
  ['AWS::CloudWatch::Alarm', 'cpu-high'],
  ['AWS::Events::Rule', 'nightly'],
  ['AWS::Logs::LogGroup', '/ml/training/jobs'],
  ['AWS::RDS::DBParameterGroup', 'defaults-pg16'],
  ['AWS::SecretsManager::Secret', 'registry'],
  ['AWS::EC2::Instance', '/aws/lambda/ingest'],
])('%s %s belongs to nobody', (type, name) => {
  expect(ownerByName(named(type, name))).toBeUndefined()
})
