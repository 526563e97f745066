import type {AttributeRule, TerraformType} from './entry.ts'
import {column, storageDescriptor} from './glue-storage.ts'
import {within} from './within.ts'

/** Properties of TableInput. */
const table: Readonly<Record<string, AttributeRule>> = {
  description: {to: 'Description'},
  name: {to: 'Name'},
  owner: {to: 'Owner', computed: true},
  parameters: {to: 'Parameters'},
  partition_keys: {to: 'PartitionKeys', block: 'list', of: column},
  retention: {to: 'Retention', default: 0},
  storage_descriptor: storageDescriptor,
  table_type: {to: 'TableType'},
  target_table: {
    to: 'TargetTable',
    block: 'single',
    of: {
      catalog_id: {to: 'CatalogId'},
      database_name: {to: 'DatabaseName'},
      name: {to: 'Name'},
      region: {to: 'Region', computed: true},
    },
  },
  view_expanded_text: {to: 'ViewExpandedText'},
  view_original_text: {to: 'ViewOriginalText'},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-table.html */
export const entry = {
  type: 'aws_glue_catalog_table',
  confidence: 'curated',
  objectType: 'AWS::Glue::Table',
  role: 'object',
  // CloudFormation has an opaque Id, of which nothing is documented but that it is made of these.
  identity: [['catalog_id', 'database_name', 'name']],
  tags: 'none',
  attributes: {
    ...within('TableInput', table),
    catalog_id: {to: 'CatalogId', computed: true},
    database_name: {to: 'DatabaseName'},
    partition_index: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
  },
  object: {idScope: 'region'},
} satisfies TerraformType
