import {dbIdentifier} from './db-identifier.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsubnetgroup.html */
export const entry = {
  type: 'aws_db_subnet_group',
  confidence: 'curated',
  objectType: 'AWS::RDS::DBSubnetGroup',
  role: 'object',
  identity: ({name, id}) => dbIdentifier(name) ?? dbIdentifier(id),
  attributes: {
    description: {to: 'DBSubnetGroupDescription'},
    name: {to: 'DBSubnetGroupName', as: 'caseInsensitive'},
    name_prefix: {skip: 'alias', because: 'the full name that it led to is in `name`'},
    subnet_ids: {to: 'SubnetIds', as: 'set'},
    supported_network_types: {skip: 'computed', because: 'follows from the subnets'},
    vpc_id: {skip: 'computed', because: 'follows from the subnets'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:rds:{region}:{account}:subgrp:{id}',
    severity: {SubnetIds: 'high'},
  },
} satisfies TerraformType
