/** What the reader of service APIs calls, by IAM prefix, and what for. */
export const serviceActions: Readonly<Record<string, ServiceActions>> = {
  ec2: {
    because: 'instances, volumes and networks, as EC2 describes them',
    operations: [
      'DescribeAddresses',
      'DescribeCapacityReservations',
      'DescribeCustomerGateways',
      'DescribeDhcpOptions',
      'DescribeEgressOnlyInternetGateways',
      'DescribeFlowLogs',
      'DescribeHosts',
      'DescribeInstanceAttribute',
      'DescribeInstanceCreditSpecifications',
      'DescribeInstances',
      'DescribeInternetGateways',
      'DescribeKeyPairs',
      'DescribeLaunchTemplateVersions',
      'DescribeLaunchTemplates',
      'DescribeNatGateways',
      'DescribeNetworkAcls',
      'DescribeNetworkInterfaces',
      'DescribePlacementGroups',
      'DescribeRouteTables',
      'DescribeSecurityGroups',
      'DescribeSpotInstanceRequests',
      'DescribeSubnets',
      'DescribeVolumes',
      'DescribeVpcAttribute',
      'DescribeVpcEndpoints',
      'DescribeVpcPeeringConnections',
      'DescribeVpcs',
      'DescribeVpnGateways',
    ],
  },
}

export interface ServiceActions {
  readonly because: string
  readonly operations: readonly string[]
}
