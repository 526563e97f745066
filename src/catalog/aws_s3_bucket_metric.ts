import {declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {configuration, filterMembers} from './s3-bucket-configuration.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_metric',
  attributes: {
    ...bucketPartAttributes,
    filter: {custom: 'members of the element of MetricsConfigurations'},
    name: {custom: 'tells the element of MetricsConfigurations'},
  },
  project({attributes}, own) {
    const element = declared({Id: attributes['name'], ...filterMembers(attributes)})
    return configuration(own, 'MetricsConfigurations', element, 'filter')
  },
} satisfies TerraformType
