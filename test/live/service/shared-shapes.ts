/** A type whose list of the service holds the documents that AWS Config keeps: which operation, and where in its answer they stand. */
export interface SharedShape {
  readonly operation: string
  readonly wrap: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

function list(operation: string, member: string): SharedShape {
  return {operation, wrap: (document) => ({[member]: [document]})}
}

export const sharedShapes: Readonly<Record<string, SharedShape>> = {
  'AWS::AutoScaling::AutoScalingGroup': list('DescribeAutoScalingGroups', 'AutoScalingGroups'),
  'AWS::AutoScaling::LaunchConfiguration': list('DescribeLaunchConfigurations', 'LaunchConfigurations'),
  'AWS::AutoScaling::ScalingPolicy': list('DescribePolicies', 'ScalingPolicies'),
  'AWS::AutoScaling::ScheduledAction': list('DescribeScheduledActions', 'ScheduledUpdateGroupActions'),
  'AWS::EC2::CustomerGateway': list('DescribeCustomerGateways', 'CustomerGateways'),
  'AWS::EC2::EIP': list('DescribeAddresses', 'Addresses'),
  'AWS::EC2::EgressOnlyInternetGateway': list('DescribeEgressOnlyInternetGateways', 'EgressOnlyInternetGateways'),
  'AWS::EC2::FlowLog': list('DescribeFlowLogs', 'FlowLogs'),
  'AWS::EC2::Host': list('DescribeHosts', 'Hosts'),
  'AWS::EC2::Instance': {
    operation: 'DescribeInstances',
    wrap: (document) => ({Reservations: [{Instances: [document]}]}),
  },
  'AWS::EC2::InternetGateway': list('DescribeInternetGateways', 'InternetGateways'),
  'AWS::EC2::NatGateway': list('DescribeNatGateways', 'NatGateways'),
  'AWS::EC2::NetworkAcl': list('DescribeNetworkAcls', 'NetworkAcls'),
  'AWS::EC2::NetworkInterface': list('DescribeNetworkInterfaces', 'NetworkInterfaces'),
  'AWS::EC2::RouteTable': list('DescribeRouteTables', 'RouteTables'),
  'AWS::EC2::SecurityGroup': list('DescribeSecurityGroups', 'SecurityGroups'),
  'AWS::EC2::Subnet': list('DescribeSubnets', 'Subnets'),
  'AWS::EC2::VPC': list('DescribeVpcs', 'Vpcs'),
  'AWS::EC2::VPCEndpoint': list('DescribeVpcEndpoints', 'VpcEndpoints'),
  'AWS::EC2::VPCPeeringConnection': list('DescribeVpcPeeringConnections', 'VpcPeeringConnections'),
  'AWS::EC2::VPNGateway': list('DescribeVpnGateways', 'VpnGateways'),
  'AWS::EC2::Volume': list('DescribeVolumes', 'Volumes'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': list('DescribeLoadBalancers', 'LoadBalancers'),
  'AWS::IAM::Group': list('GetAccountAuthorizationDetails', 'GroupDetailList'),
  'AWS::IAM::Policy': list('GetAccountAuthorizationDetails', 'Policies'),
  'AWS::IAM::Role': list('GetAccountAuthorizationDetails', 'RoleDetailList'),
  'AWS::IAM::User': list('GetAccountAuthorizationDetails', 'UserDetailList'),
  'AWS::Lambda::Function': list('ListFunctions', 'Functions'),
  'AWS::RDS::DBCluster': list('DescribeDBClusters', 'DBClusters'),
  'AWS::RDS::DBInstance': list('DescribeDBInstances', 'DBInstances'),
  'AWS::RDS::DBSubnetGroup': list('DescribeDBSubnetGroups', 'DBSubnetGroups'),
}
