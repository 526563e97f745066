import {blocksOf} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes, onBucket} from './s3-bucket-part.ts'
import {lifecycleElement, lifecycleRule, lifecycleRules} from './s3-lifecycle-rules.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_lifecycle_configuration',
  attributes: {
    ...bucketPartAttributes,
    rule: {custom: 'elements of LifecycleConfiguration.Rules'},
    // S3 chooses it by the age of the configuration.
    transition_default_minimum_object_size: {
      to: 'LifecycleConfiguration.TransitionDefaultMinimumObjectSize',
      default: 'all_storage_classes_128K',
      computed: true,
    },
  },
  project(resource, own) {
    const rules = blocksOf(resource.attributes['rule']).map(lifecycleRule)
    const elements = rules.map((rule) => lifecycleElement(rule, 'rule'))
    return onBucket(own, {elements, exclusive: [lifecycleRules], wholeResource: true})
  },
} satisfies TerraformType
