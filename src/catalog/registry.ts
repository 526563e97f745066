import type {TerraformType} from './entry.ts'

type Loader = () => Promise<{readonly entry: TerraformType}>

/** Every curated Terraform type, one line each; loaded when a state or a live object needs it. */
const loaders: Readonly<Record<string, Loader>> = {
  aws_db_instance: () => import('./aws_db_instance.ts'),
  aws_default_route_table: () => import('./aws_default_route_table.ts'),
  aws_default_security_group: () => import('./aws_default_security_group.ts'),
  aws_default_subnet: () => import('./aws_default_subnet.ts'),
  aws_default_vpc: () => import('./aws_default_vpc.ts'),
  aws_dynamodb_table: () => import('./aws_dynamodb_table.ts'),
  aws_ebs_volume: () => import('./aws_ebs_volume.ts'),
  aws_ecr_lifecycle_policy: () => import('./aws_ecr_lifecycle_policy.ts'),
  aws_ecr_repository: () => import('./aws_ecr_repository.ts'),
  aws_ecr_repository_policy: () => import('./aws_ecr_repository_policy.ts'),
  aws_ecs_capacity_provider: () => import('./aws_ecs_capacity_provider.ts'),
  aws_ecs_cluster: () => import('./aws_ecs_cluster.ts'),
  aws_ecs_cluster_capacity_providers: () => import('./aws_ecs_cluster_capacity_providers.ts'),
  aws_ecs_service: () => import('./aws_ecs_service.ts'),
  aws_ecs_task_definition: () => import('./aws_ecs_task_definition.ts'),
  aws_eip: () => import('./aws_eip.ts'),
  aws_eip_association: () => import('./aws_eip_association.ts'),
  aws_eks_cluster: () => import('./aws_eks_cluster.ts'),
  aws_iam_policy: () => import('./aws_iam_policy.ts'),
  aws_iam_policy_attachment: () => import('./aws_iam_policy_attachment.ts'),
  aws_iam_role: () => import('./aws_iam_role.ts'),
  aws_iam_role_policies_exclusive: () => import('./aws_iam_role_policies_exclusive.ts'),
  aws_iam_role_policy: () => import('./aws_iam_role_policy.ts'),
  aws_iam_role_policy_attachment: () => import('./aws_iam_role_policy_attachment.ts'),
  aws_iam_role_policy_attachments_exclusive: () => import('./aws_iam_role_policy_attachments_exclusive.ts'),
  aws_instance: () => import('./aws_instance.ts'),
  aws_internet_gateway: () => import('./aws_internet_gateway.ts'),
  aws_internet_gateway_attachment: () => import('./aws_internet_gateway_attachment.ts'),
  aws_kms_alias: () => import('./aws_kms_alias.ts'),
  aws_kms_key: () => import('./aws_kms_key.ts'),
  aws_kms_key_policy: () => import('./aws_kms_key_policy.ts'),
  aws_lambda_function: () => import('./aws_lambda_function.ts'),
  aws_lambda_permission: () => import('./aws_lambda_permission.ts'),
  aws_main_route_table_association: () => import('./aws_main_route_table_association.ts'),
  aws_nat_gateway: () => import('./aws_nat_gateway.ts'),
  aws_rds_cluster_instance: () => import('./aws_rds_cluster_instance.ts'),
  aws_route: () => import('./aws_route.ts'),
  aws_route_table: () => import('./aws_route_table.ts'),
  aws_route_table_association: () => import('./aws_route_table_association.ts'),
  aws_s3_bucket: () => import('./aws_s3_bucket.ts'),
  aws_s3_bucket_accelerate_configuration: () => import('./aws_s3_bucket_accelerate_configuration.ts'),
  aws_s3_bucket_acl: () => import('./aws_s3_bucket_acl.ts'),
  aws_s3_bucket_analytics_configuration: () => import('./aws_s3_bucket_analytics_configuration.ts'),
  aws_s3_bucket_cors_configuration: () => import('./aws_s3_bucket_cors_configuration.ts'),
  aws_s3_bucket_intelligent_tiering_configuration: () => import('./aws_s3_bucket_intelligent_tiering_configuration.ts'),
  aws_s3_bucket_inventory: () => import('./aws_s3_bucket_inventory.ts'),
  aws_s3_bucket_lifecycle_configuration: () => import('./aws_s3_bucket_lifecycle_configuration.ts'),
  aws_s3_bucket_logging: () => import('./aws_s3_bucket_logging.ts'),
  aws_s3_bucket_metric: () => import('./aws_s3_bucket_metric.ts'),
  aws_s3_bucket_notification: () => import('./aws_s3_bucket_notification.ts'),
  aws_s3_bucket_object_lock_configuration: () => import('./aws_s3_bucket_object_lock_configuration.ts'),
  aws_s3_bucket_ownership_controls: () => import('./aws_s3_bucket_ownership_controls.ts'),
  aws_s3_bucket_policy: () => import('./aws_s3_bucket_policy.ts'),
  aws_s3_bucket_public_access_block: () => import('./aws_s3_bucket_public_access_block.ts'),
  aws_s3_bucket_replication_configuration: () => import('./aws_s3_bucket_replication_configuration.ts'),
  aws_s3_bucket_request_payment_configuration: () => import('./aws_s3_bucket_request_payment_configuration.ts'),
  aws_s3_bucket_server_side_encryption_configuration: () =>
    import('./aws_s3_bucket_server_side_encryption_configuration.ts'),
  aws_s3_bucket_versioning: () => import('./aws_s3_bucket_versioning.ts'),
  aws_s3_bucket_website_configuration: () => import('./aws_s3_bucket_website_configuration.ts'),
  aws_security_group: () => import('./aws_security_group.ts'),
  aws_security_group_rule: () => import('./aws_security_group_rule.ts'),
  aws_sns_topic: () => import('./aws_sns_topic.ts'),
  aws_sns_topic_policy: () => import('./aws_sns_topic_policy.ts'),
  aws_sns_topic_subscription: () => import('./aws_sns_topic_subscription.ts'),
  aws_sqs_queue: () => import('./aws_sqs_queue.ts'),
  aws_sqs_queue_policy: () => import('./aws_sqs_queue_policy.ts'),
  aws_sqs_queue_redrive_allow_policy: () => import('./aws_sqs_queue_redrive_allow_policy.ts'),
  aws_sqs_queue_redrive_policy: () => import('./aws_sqs_queue_redrive_policy.ts'),
  aws_subnet: () => import('./aws_subnet.ts'),
  aws_vpc: () => import('./aws_vpc.ts'),
  aws_vpc_ipv6_cidr_block_association: () => import('./aws_vpc_ipv6_cidr_block_association.ts'),
  aws_vpc_security_group_egress_rule: () => import('./aws_vpc_security_group_egress_rule.ts'),
  aws_vpc_security_group_ingress_rule: () => import('./aws_vpc_security_group_ingress_rule.ts'),
  aws_vpn_gateway_route_propagation: () => import('./aws_vpn_gateway_route_propagation.ts'),
}

/** @returns undefined for a type that the catalogue does not know */
export async function loadType(type: string): Promise<TerraformType | undefined> {
  return (await loaders[type]?.())?.entry
}

/** Names of all Terraform types that the catalogue knows, sorted. */
export function knownTypes(): readonly string[] {
  return Object.keys(loaders).toSorted()
}
