import {blocksOf, declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {configuration, filterMembers} from './s3-bucket-configuration.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_intelligent_tiering_configuration',
  attributes: {
    ...bucketPartAttributes,
    filter: {custom: 'members of the element of IntelligentTieringConfigurations'},
    name: {custom: 'tells the element of IntelligentTieringConfigurations'},
    status: {custom: 'member of the element of IntelligentTieringConfigurations'},
    tiering: {custom: 'member of the element of IntelligentTieringConfigurations'},
  },
  project({attributes}, own) {
    const tierings = blocksOf(attributes['tiering'])
    const element = declared({
      Id: attributes['name'],
      Status: attributes['status'],
      ...filterMembers(attributes),
      Tierings: tierings.map((tiering) => declared({AccessTier: tiering['access_tier'], Days: tiering['days']})),
    })
    return configuration(own, 'IntelligentTieringConfigurations', element, 'name')
  },
} satisfies TerraformType
