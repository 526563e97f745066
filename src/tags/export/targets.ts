import {toConfigRule} from './config-rule.ts'
import type {ExportTarget} from './exported.ts'
import {toScp} from './scp.ts'
import {toTagPolicy} from './tag-policy.ts'
import {configRule, organizationsPolicy, type TerraformTarget} from './terraform.ts'

/** What a policy can be exported to as JSON, one line each. */
export const jsonTargets = {
  'tag-policy': toTagPolicy,
  scp: toScp,
  'config-rule': toConfigRule,
} as const satisfies Record<string, ExportTarget>

/** And as Terraform code. */
export const terraformTargets = {
  'terraform-tag-policy': {of: toTagPolicy, resource: organizationsPolicy('TAG_POLICY')},
  'terraform-scp': {of: toScp, resource: organizationsPolicy('SERVICE_CONTROL_POLICY')},
  'terraform-config-rule': {of: toConfigRule, resource: configRule},
} as const satisfies Record<string, TerraformTarget>

/** Types that most money goes to: for a target that has to name types, where a rule is about all. */
export const costlyTypes: readonly string[] = [
  'aws_autoscaling_group',
  'aws_db_instance',
  'aws_dynamodb_table',
  'aws_ebs_volume',
  'aws_ecs_cluster',
  'aws_ecs_service',
  'aws_efs_file_system',
  'aws_eks_cluster',
  'aws_eks_node_group',
  'aws_elasticache_replication_group',
  'aws_fsx_lustre_file_system',
  'aws_instance',
  'aws_lambda_function',
  'aws_lb',
  'aws_msk_cluster',
  'aws_nat_gateway',
  'aws_opensearch_domain',
  'aws_rds_cluster',
  'aws_redshift_cluster',
  'aws_s3_bucket',
  'aws_sagemaker_endpoint',
  'aws_sagemaker_notebook_instance',
]
