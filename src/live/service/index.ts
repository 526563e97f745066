import type {ObjectType} from '../../model/live.ts'
import type {ServiceType} from './service-type.ts'

/** Every type that a service's own API is read for, one line each; loaded when it is read. */
const types: Readonly<Record<ObjectType, () => Promise<ServiceType>>> = {
  'AWS::AutoScaling::AutoScalingGroup': async () => (await import('./autoscaling/group.ts')).group,
  'AWS::AutoScaling::LaunchConfiguration': async () =>
    (await import('./autoscaling/launch-configuration.ts')).launchConfiguration,
  'AWS::AutoScaling::ScalingPolicy': async () => (await import('./autoscaling/scaling-policy.ts')).scalingPolicy,
  'AWS::AutoScaling::ScheduledAction': async () => (await import('./autoscaling/scheduled-action.ts')).scheduledAction,
  'AWS::DynamoDB::Table': async () => (await import('./dynamodb/table.ts')).table,
  'AWS::EC2::CapacityReservation': async () => (await import('./ec2/capacity-reservation.ts')).capacityReservation,
  'AWS::EC2::CustomerGateway': async () => (await import('./ec2/customer-gateway.ts')).customerGateway,
  'AWS::EC2::DHCPOptions': async () => (await import('./ec2/dhcp-options.ts')).dhcpOptions,
  'AWS::EC2::EIP': async () => (await import('./ec2/eip.ts')).eip,
  'AWS::EC2::EgressOnlyInternetGateway': async () =>
    (await import('./ec2/egress-only-internet-gateway.ts')).egressOnlyInternetGateway,
  'AWS::EC2::FlowLog': async () => (await import('./ec2/flow-log.ts')).flowLog,
  'AWS::EC2::Host': async () => (await import('./ec2/host.ts')).host,
  'AWS::EC2::Instance': async () => (await import('./ec2/instance.ts')).instance,
  'AWS::EC2::InternetGateway': async () => (await import('./ec2/internet-gateway.ts')).internetGateway,
  'AWS::EC2::KeyPair': async () => (await import('./ec2/key-pair.ts')).keyPair,
  'AWS::EC2::LaunchTemplate': async () => (await import('./ec2/launch-template.ts')).launchTemplate,
  'AWS::EC2::NatGateway': async () => (await import('./ec2/nat-gateway.ts')).natGateway,
  'AWS::EC2::NetworkAcl': async () => (await import('./ec2/network-acl.ts')).networkAcl,
  'AWS::EC2::NetworkInterface': async () => (await import('./ec2/network-interface.ts')).networkInterface,
  'AWS::EC2::PlacementGroup': async () => (await import('./ec2/placement-group.ts')).placementGroup,
  'AWS::EC2::RouteTable': async () => (await import('./ec2/route-table.ts')).routeTable,
  'AWS::EC2::SecurityGroup': async () => (await import('./ec2/security-group.ts')).securityGroup,
  'AWS::EC2::SpotInstanceRequest': async () => (await import('./ec2/spot-instance-request.ts')).spotInstanceRequest,
  'AWS::EC2::Subnet': async () => (await import('./ec2/subnet.ts')).subnet,
  'AWS::EC2::VPC': async () => (await import('./ec2/vpc.ts')).vpc,
  'AWS::EC2::VPCEndpoint': async () => (await import('./ec2/vpc-endpoint.ts')).vpcEndpoint,
  'AWS::EC2::VPCPeeringConnection': async () => (await import('./ec2/vpc-peering-connection.ts')).vpcPeeringConnection,
  'AWS::EC2::VPNGateway': async () => (await import('./ec2/vpn-gateway.ts')).vpnGateway,
  'AWS::EC2::Volume': async () => (await import('./ec2/volume.ts')).volume,
  'AWS::ECS::Cluster': async () => (await import('./ecs/cluster.ts')).cluster,
  'AWS::ECS::Service': async () => (await import('./ecs/service.ts')).service,
  'AWS::ECS::TaskDefinition': async () => (await import('./ecs/task-definition.ts')).taskDefinition,
  'AWS::EKS::AccessEntry': async () => (await import('./eks/access-entry.ts')).accessEntry,
  'AWS::EKS::Addon': async () => (await import('./eks/addon.ts')).addon,
  'AWS::EKS::Cluster': async () => (await import('./eks/cluster.ts')).cluster,
  'AWS::EKS::Nodegroup': async () => (await import('./eks/nodegroup.ts')).nodegroup,
  'AWS::ElasticLoadBalancing::LoadBalancer': async () => (await import('./elb/load-balancer.ts')).loadBalancer,
  'AWS::ElasticLoadBalancingV2::Listener': async () => (await import('./elbv2/listener.ts')).listener,
  'AWS::ElasticLoadBalancingV2::ListenerRule': async () => (await import('./elbv2/listener-rule.ts')).listenerRule,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': async () => (await import('./elbv2/load-balancer.ts')).loadBalancer,
  'AWS::ElasticLoadBalancingV2::TargetGroup': async () => (await import('./elbv2/target-group.ts')).targetGroup,
  'AWS::IAM::AccessKey': async () => (await import('./iam/access-key.ts')).accessKey,
  'AWS::IAM::Group': async () => (await import('./iam/group.ts')).group,
  'AWS::IAM::InstanceProfile': async () => (await import('./iam/instance-profile.ts')).instanceProfile,
  'AWS::IAM::ManagedPolicy': async () => (await import('./iam/managed-policy.ts')).managedPolicy,
  'AWS::IAM::OIDCProvider': async () => (await import('./iam/oidc-provider.ts')).oidcProvider,
  'AWS::IAM::Role': async () => (await import('./iam/role.ts')).role,
  'AWS::IAM::User': async () => (await import('./iam/user.ts')).user,
  'AWS::KMS::Alias': async () => (await import('./kms/alias.ts')).alias,
  'AWS::KMS::Key': async () => (await import('./kms/key.ts')).key,
  'AWS::Lambda::Alias': async () => (await import('./lambda/alias.ts')).alias,
  'AWS::Lambda::EventSourceMapping': async () => (await import('./lambda/event-source-mapping.ts')).eventSourceMapping,
  'AWS::Lambda::Function': async () => (await import('./lambda/function.ts')).lambdaFunction,
  'AWS::Lambda::Url': async () => (await import('./lambda/url.ts')).url,
  'AWS::Logs::LogGroup': async () => (await import('./logs/log-group.ts')).logGroup,
  'AWS::Logs::MetricFilter': async () => (await import('./logs/metric-filter.ts')).metricFilter,
  'AWS::RDS::DBCluster': async () => (await import('./rds/db-cluster.ts')).dbCluster,
  'AWS::RDS::DBClusterParameterGroup': async () =>
    (await import('./rds/db-cluster-parameter-group.ts')).dbClusterParameterGroup,
  'AWS::RDS::DBInstance': async () => (await import('./rds/db-instance.ts')).dbInstance,
  'AWS::RDS::DBParameterGroup': async () => (await import('./rds/db-parameter-group.ts')).dbParameterGroup,
  'AWS::RDS::DBSubnetGroup': async () => (await import('./rds/db-subnet-group.ts')).dbSubnetGroup,
  'AWS::S3::Bucket': async () => (await import('./s3/bucket.ts')).bucket,
  'AWS::SNS::Subscription': async () => (await import('./sns/subscription.ts')).subscription,
  'AWS::SNS::Topic': async () => (await import('./sns/topic.ts')).topic,
  'AWS::SQS::Queue': async () => (await import('./sqs/queue.ts')).queue,
  'AWS::SSM::Parameter': async () => (await import('./ssm/parameter.ts')).parameter,
  'AWS::SecretsManager::Secret': async () => (await import('./secretsmanager/secret.ts')).secret,
}

/** What the reader of service APIs can read. */
export const serviceTypes: ReadonlySet<ObjectType> = new Set(Object.keys(types))

/** @returns undefined for a type that no service API is read for */
export async function loadServiceType(type: ObjectType): Promise<ServiceType | undefined> {
  return types[type]?.()
}
