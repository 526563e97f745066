import {blockOf, declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {configuration, filterMembers} from './s3-bucket-configuration.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_analytics_configuration',
  attributes: {
    ...bucketPartAttributes,
    filter: {custom: 'members of the element of AnalyticsConfigurations'},
    name: {custom: 'tells the element of AnalyticsConfigurations'},
    storage_class_analysis: {custom: 'member of the element of AnalyticsConfigurations'},
  },
  project({attributes}, own) {
    const dataExport = blockOf(blockOf(attributes['storage_class_analysis'])['data_export'])
    const target = blockOf(blockOf(dataExport['destination'])['s3_bucket_destination'])
    const destination = declared({
      BucketAccountId: target['bucket_account_id'],
      BucketArn: target['bucket_arn'],
      Format: target['format'],
      Prefix: target['prefix'],
    })
    const analysis = declared({OutputSchemaVersion: dataExport['output_schema_version'], Destination: destination})
    const element = declared({
      Id: attributes['name'],
      ...filterMembers(attributes),
      StorageClassAnalysis: declared({DataExport: analysis}),
    })
    return configuration(own, 'AnalyticsConfigurations', element, 'name')
  },
} satisfies TerraformType
