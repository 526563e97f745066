import {dbIdentifier} from './db-identifier.ts'
import {parameterGroupAttributes} from './db-parameters.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbclusterparametergroup.html */
export const entry: TerraformType = {
  type: 'aws_rds_cluster_parameter_group',
  confidence: 'curated',
  objectType: 'AWS::RDS::DBClusterParameterGroup',
  role: 'object',
  identity: ({name, id}) => dbIdentifier(name) ?? dbIdentifier(id),
  attributes: {
    ...parameterGroupAttributes,
    name: {to: 'DBClusterParameterGroupName', as: 'caseInsensitive'},
  },
  object: {idScope: 'region', arnTemplate: 'arn:{partition}:rds:{region}:{account}:cluster-pg:{id}'},
}
