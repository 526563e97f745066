import type {AttributeRule, TerraformType} from './entry.ts'
import {within} from './within.ts'

/** Properties of DatabaseInput. */
const database: Readonly<Record<string, AttributeRule>> = {
  // Everyone whom IAM lets in, unless the settings of Lake Formation say otherwise.
  create_table_default_permission: {
    to: 'CreateTableDefaultPermissions',
    block: 'list',
    computed: true,
    of: {
      permissions: {to: 'Permissions', as: 'set'},
      principal: {
        to: 'Principal',
        block: 'single',
        of: {data_lake_principal_identifier: {to: 'DataLakePrincipalIdentifier'}},
      },
    },
  },
  description: {to: 'Description'},
  federated_database: {
    to: 'FederatedDatabase',
    block: 'single',
    of: {connection_name: {to: 'ConnectionName'}, identifier: {to: 'Identifier'}},
  },
  location_uri: {to: 'LocationUri', computed: true},
  name: {to: 'Name'},
  parameters: {to: 'Parameters'},
  target_database: {
    to: 'TargetDatabase',
    block: 'single',
    of: {
      catalog_id: {to: 'CatalogId'},
      database_name: {to: 'DatabaseName'},
      region: {to: 'Region', computed: true},
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-database.html */
export const entry = {
  type: 'aws_glue_catalog_database',
  confidence: 'curated',
  objectType: 'AWS::Glue::Database',
  role: 'object',
  identity: [['name']],
  attributes: {...within('DatabaseInput', database), catalog_id: {to: 'CatalogId', computed: true}},
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:glue:{region}:{account}:database/{id}',
    severity: {'DatabaseInput.CreateTableDefaultPermissions': 'high'},
  },
} satisfies TerraformType
