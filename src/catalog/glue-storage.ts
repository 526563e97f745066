import type {AttributeRule, BlockRule} from './entry.ts'

/** The order of columns is that of the fields in the files. */
export const column: Readonly<Record<string, AttributeRule>> = {
  comment: {to: 'Comment'},
  name: {to: 'Name'},
  parameters: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
  type: {to: 'Type'},
}

const schemaReference: BlockRule = {
  to: 'SchemaReference',
  block: 'single',
  of: {
    schema_id: {
      to: 'SchemaId',
      block: 'single',
      of: {
        registry_name: {to: 'RegistryName'},
        schema_arn: {to: 'SchemaArn'},
        schema_name: {to: 'SchemaName'},
      },
    },
    schema_version_id: {to: 'SchemaVersionId'},
    schema_version_number: {to: 'SchemaVersionNumber'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-glue-table-storagedescriptor.html */
export const storageDescriptor: BlockRule = {
  to: 'StorageDescriptor',
  block: 'single',
  of: {
    additional_locations: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
    bucket_columns: {to: 'BucketColumns'},
    columns: {to: 'Columns', block: 'list', of: column},
    compressed: {to: 'Compressed'},
    input_format: {to: 'InputFormat'},
    location: {to: 'Location'},
    number_of_buckets: {to: 'NumberOfBuckets', default: 0},
    output_format: {to: 'OutputFormat'},
    parameters: {to: 'Parameters'},
    schema_reference: schemaReference,
    ser_de_info: {
      to: 'SerdeInfo',
      block: 'single',
      of: {
        name: {to: 'Name'},
        parameters: {to: 'Parameters'},
        serialization_library: {to: 'SerializationLibrary'},
      },
    },
    skewed_info: {
      to: 'SkewedInfo',
      block: 'single',
      of: {
        skewed_column_names: {to: 'SkewedColumnNames'},
        skewed_column_value_location_maps: {to: 'SkewedColumnValueLocationMaps'},
        skewed_column_values: {to: 'SkewedColumnValues'},
      },
    },
    sort_columns: {
      to: 'SortColumns',
      block: 'list',
      of: {column: {to: 'Column'}, sort_order: {to: 'SortOrder'}},
    },
    stored_as_sub_directories: {to: 'StoredAsSubDirectories'},
  },
}
