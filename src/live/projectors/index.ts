import {acmCertificate} from './acm-certificate.ts'
import {apigatewayRestApi} from './apigateway-rest-api.ts'
import {apigatewayStage} from './apigateway-stage.ts'
import {apigatewayv2Api} from './apigatewayv2-api.ts'
import {apigatewayv2Stage} from './apigatewayv2-stage.ts'
import {autoScalingGroup} from './autoscaling-group.ts'
import {launchConfiguration} from './autoscaling-launch-configuration.ts'
import {scalingPolicy} from './autoscaling-scaling-policy.ts'
import {scheduledAction} from './autoscaling-scheduled-action.ts'
import {batchComputeEnvironment} from './batch-compute-environment.ts'
import {batchJobQueue} from './batch-job-queue.ts'
import {cloudfrontDistribution} from './cloudfront-distribution.ts'
import {cloudtrailTrail} from './cloudtrail-trail.ts'
import {cloudwatchAlarm} from './cloudwatch-alarm.ts'
import {codeBuildProject} from './codebuild-project.ts'
import {cognitoUserPoolClient} from './cognito-user-pool-client.ts'
import {dynamodbTable} from './dynamodb-table.ts'
import {ec2CapacityReservation} from './ec2-capacity-reservation.ts'
import {ec2CustomerGateway} from './ec2-customer-gateway.ts'
import {ec2DhcpOptions} from './ec2-dhcp-options.ts'
import {ec2EgressOnlyInternetGateway} from './ec2-egress-only-internet-gateway.ts'
import {ec2Eip} from './ec2-eip.ts'
import {ec2FlowLog} from './ec2-flow-log.ts'
import {ec2Host} from './ec2-host.ts'
import {ec2Instance} from './ec2-instance.ts'
import {ec2InternetGateway} from './ec2-internet-gateway.ts'
import {ec2LaunchTemplate} from './ec2-launch-template.ts'
import {ec2NatGateway} from './ec2-nat-gateway.ts'
import {ec2NetworkAcl} from './ec2-network-acl.ts'
import {ec2NetworkInterface} from './ec2-network-interface.ts'
import {ec2RouteTable} from './ec2-route-table.ts'
import {ec2SecurityGroup} from './ec2-security-group.ts'
import {ec2Subnet} from './ec2-subnet.ts'
import {ec2Volume} from './ec2-volume.ts'
import {ec2VpcEndpoint} from './ec2-vpc-endpoint.ts'
import {ec2VpcPeeringConnection} from './ec2-vpc-peering-connection.ts'
import {ec2Vpc} from './ec2-vpc.ts'
import {ec2VpnGateway} from './ec2-vpn-gateway.ts'
import {ecrRepository} from './ecr-repository.ts'
import {ecsCapacityProvider} from './ecs-capacity-provider.ts'
import {ecsCluster} from './ecs-cluster.ts'
import {ecsService} from './ecs-service.ts'
import {ecsTaskDefinition} from './ecs-task-definition.ts'
import {efsFileSystem} from './efs-file-system.ts'
import {eksAddon} from './eks-addon.ts'
import {eksCluster} from './eks-cluster.ts'
import {elbv2Listener} from './elbv2-listener.ts'
import {elbv2LoadBalancer} from './elbv2-load-balancer.ts'
import {eventsRule} from './events-rule.ts'
import {iamGroup} from './iam-group.ts'
import {iamPolicy} from './iam-policy.ts'
import {iamRole} from './iam-role.ts'
import {iamUser} from './iam-user.ts'
import {kinesisStream} from './kinesis-stream.ts'
import {kmsKey} from './kms-key.ts'
import {lambdaFunction} from './lambda-function.ts'
import type {Projector} from './projector.ts'
import {rdsDbCluster} from './rds-db-cluster.ts'
import {rdsDbInstance} from './rds-db-instance.ts'
import {rdsDbSubnetGroup} from './rds-db-subnet-group.ts'
import {route53HostedZone} from './route53-hosted-zone.ts'
import {s3Bucket} from './s3-bucket.ts'
import {sageMakerDomain} from './sagemaker-domain.ts'
import {sageMakerEndpointConfig} from './sagemaker-endpoint-config.ts'
import {sageMakerModel} from './sagemaker-model.ts'
import {sageMakerNotebookInstance} from './sagemaker-notebook-instance.ts'
import {secretsmanagerSecret} from './secretsmanager-secret.ts'
import {sfnStateMachine} from './sfn-state-machine.ts'
import {snsTopic} from './sns-topic.ts'
import {sqsQueue} from './sqs-queue.ts'

/** One line for each Config type whose documents have the legacy camelCase shape. */
export const projectors: Readonly<Record<string, Projector>> = {
  'AWS::ACM::Certificate': acmCertificate,
  'AWS::ApiGateway::RestApi': apigatewayRestApi,
  'AWS::ApiGateway::Stage': apigatewayStage,
  'AWS::ApiGatewayV2::Api': apigatewayv2Api,
  'AWS::ApiGatewayV2::Stage': apigatewayv2Stage,
  'AWS::AutoScaling::AutoScalingGroup': autoScalingGroup,
  'AWS::AutoScaling::LaunchConfiguration': launchConfiguration,
  'AWS::AutoScaling::ScalingPolicy': scalingPolicy,
  'AWS::AutoScaling::ScheduledAction': scheduledAction,
  'AWS::Batch::ComputeEnvironment': batchComputeEnvironment,
  'AWS::Batch::JobQueue': batchJobQueue,
  'AWS::CloudFront::Distribution': cloudfrontDistribution,
  'AWS::CloudTrail::Trail': cloudtrailTrail,
  'AWS::CloudWatch::Alarm': cloudwatchAlarm,
  'AWS::CodeBuild::Project': codeBuildProject,
  'AWS::Cognito::UserPoolClient': cognitoUserPoolClient,
  'AWS::DynamoDB::Table': dynamodbTable,
  'AWS::EC2::CapacityReservation': ec2CapacityReservation,
  'AWS::EC2::CustomerGateway': ec2CustomerGateway,
  'AWS::EC2::DHCPOptions': ec2DhcpOptions,
  'AWS::EC2::EIP': ec2Eip,
  'AWS::EC2::EgressOnlyInternetGateway': ec2EgressOnlyInternetGateway,
  'AWS::EC2::FlowLog': ec2FlowLog,
  'AWS::EC2::Host': ec2Host,
  'AWS::EC2::Instance': ec2Instance,
  'AWS::EC2::InternetGateway': ec2InternetGateway,
  'AWS::EC2::LaunchTemplate': ec2LaunchTemplate,
  'AWS::EC2::NatGateway': ec2NatGateway,
  'AWS::EC2::NetworkAcl': ec2NetworkAcl,
  'AWS::EC2::NetworkInterface': ec2NetworkInterface,
  'AWS::EC2::RouteTable': ec2RouteTable,
  'AWS::EC2::SecurityGroup': ec2SecurityGroup,
  'AWS::EC2::Subnet': ec2Subnet,
  'AWS::EC2::VPC': ec2Vpc,
  'AWS::EC2::VPCEndpoint': ec2VpcEndpoint,
  'AWS::EC2::VPCPeeringConnection': ec2VpcPeeringConnection,
  'AWS::EC2::VPNGateway': ec2VpnGateway,
  'AWS::EC2::Volume': ec2Volume,
  'AWS::ECR::Repository': ecrRepository,
  'AWS::ECS::CapacityProvider': ecsCapacityProvider,
  'AWS::ECS::Cluster': ecsCluster,
  'AWS::ECS::Service': ecsService,
  'AWS::ECS::TaskDefinition': ecsTaskDefinition,
  'AWS::EFS::FileSystem': efsFileSystem,
  'AWS::EKS::Addon': eksAddon,
  'AWS::EKS::Cluster': eksCluster,
  'AWS::ElasticLoadBalancingV2::Listener': elbv2Listener,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': elbv2LoadBalancer,
  'AWS::Events::Rule': eventsRule,
  'AWS::IAM::Group': iamGroup,
  'AWS::IAM::Policy': iamPolicy,
  'AWS::IAM::Role': iamRole,
  'AWS::IAM::User': iamUser,
  'AWS::KMS::Key': kmsKey,
  'AWS::Kinesis::Stream': kinesisStream,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::RDS::DBCluster': rdsDbCluster,
  'AWS::RDS::DBInstance': rdsDbInstance,
  'AWS::RDS::DBSubnetGroup': rdsDbSubnetGroup,
  'AWS::Route53::HostedZone': route53HostedZone,
  'AWS::S3::Bucket': s3Bucket,
  'AWS::SNS::Topic': snsTopic,
  'AWS::SQS::Queue': sqsQueue,
  'AWS::SageMaker::Domain': sageMakerDomain,
  'AWS::SageMaker::EndpointConfig': sageMakerEndpointConfig,
  'AWS::SageMaker::Model': sageMakerModel,
  'AWS::SageMaker::NotebookInstance': sageMakerNotebookInstance,
  'AWS::SecretsManager::Secret': secretsmanagerSecret,
  'AWS::StepFunctions::StateMachine': sfnStateMachine,
}
