import {dbIdentifier} from './db-identifier.ts'
import {parameterGroupAttributes} from './db-parameters.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbparametergroup.html */
export const entry: TerraformType = {
  type: 'aws_db_parameter_group',
  confidence: 'curated',
  objectType: 'AWS::RDS::DBParameterGroup',
  role: 'object',
  identity: ({name, id}) => dbIdentifier(name) ?? dbIdentifier(id),
  attributes: {
    ...parameterGroupAttributes,
    name: {to: 'DBParameterGroupName', as: 'caseInsensitive'},
    skip_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
  },
  object: {idScope: 'region', arnTemplate: 'arn:{partition}:rds:{region}:{account}:pg:{id}'},
}
