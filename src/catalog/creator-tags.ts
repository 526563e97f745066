/** A tag that a service puts on what it makes, and what the value names. The most specific maker comes first. */
export interface CreatorTag {
  readonly key: string
  readonly kind: string
  /** Terraform type that declares the maker, and the attribute that holds the value. */
  readonly type?: string
  readonly attribute?: string
}

/**
 * Tags by which a bill tells what made a machine, where they are activated for cost allocation: keys with the prefix `aws:` are set by
 * AWS and cannot be forged (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/aws-tags.html), the others by the tools named.
 */
export const creatorTags: readonly CreatorTag[] = [
  {key: 'eks:nodegroup-name', kind: 'EKS node group', type: 'aws_eks_node_group', attribute: 'node_group_name'},
  {key: 'karpenter.sh/nodepool', kind: 'Karpenter node pool'},
  {
    key: 'aws:batch:compute-environment',
    kind: 'Batch compute environment',
    type: 'aws_batch_compute_environment',
    attribute: 'name',
  },
  {key: 'aws:ecs:serviceName', kind: 'ECS service', type: 'aws_ecs_service', attribute: 'name'},
  {key: 'aws:ecs:clusterName', kind: 'ECS cluster', type: 'aws_ecs_cluster', attribute: 'name'},
  {key: 'aws:elasticmapreduce:job-flow-id', kind: 'EMR cluster', type: 'aws_emr_cluster', attribute: 'id'},
  {key: 'parallelcluster:cluster-name', kind: 'ParallelCluster'},
  {key: 'aws:autoscaling:groupName', kind: 'Auto Scaling group', type: 'aws_autoscaling_group', attribute: 'name'},
  {key: 'aws:eks:cluster-name', kind: 'EKS cluster', type: 'aws_eks_cluster', attribute: 'name'},
  {key: 'eks:cluster-name', kind: 'EKS cluster', type: 'aws_eks_cluster', attribute: 'name'},
  {key: 'aws:ec2spot:fleet-request-id', kind: 'Spot fleet', type: 'aws_spot_fleet_request', attribute: 'id'},
  {key: 'aws:ec2:fleet-id', kind: 'EC2 fleet', type: 'aws_ec2_fleet', attribute: 'id'},
  {key: 'aws:cloudformation:stack-name', kind: 'CloudFormation stack'},
]
