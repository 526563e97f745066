import {blockOf, declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {configuration, filterMembers} from './s3-bucket-configuration.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

const member = {custom: 'member of the element of InventoryConfigurations'} as const

/** How the lists are encrypted is not compared: CloudFormation has no property for it. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_inventory',
  attributes: {
    ...bucketPartAttributes,
    destination: member,
    enabled: member,
    filter: member,
    included_object_versions: member,
    name: {custom: 'tells the element of InventoryConfigurations'},
    optional_fields: member,
    schedule: member,
  },
  project({attributes}, own) {
    const target = blockOf(blockOf(attributes['destination'])['bucket'])
    const element = declared({
      Id: attributes['name'],
      Enabled: attributes['enabled'],
      IncludedObjectVersions: attributes['included_object_versions'],
      OptionalFields: attributes['optional_fields'],
      ScheduleFrequency: blockOf(attributes['schedule'])['frequency'],
      ...filterMembers(attributes),
      Destination: declared({
        BucketAccountId: target['account_id'],
        BucketArn: target['bucket_arn'],
        Format: target['format'],
        Prefix: target['prefix'],
      }),
    })
    return configuration(own, 'InventoryConfigurations', element, 'name')
  },
} satisfies TerraformType
