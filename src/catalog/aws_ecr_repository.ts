import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html */
export const entry = {
  type: 'aws_ecr_repository',
  confidence: 'curated',
  objectType: 'AWS::ECR::Repository',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    encryption_configuration: {
      to: 'EncryptionConfiguration',
      block: 'single',
      computed: true,
      of: {
        encryption_type: {to: 'EncryptionType', default: 'AES256'},
        kms_key: {to: 'KmsKey', as: 'kmsKey', computed: true},
      },
    },
    force_delete: {skip: 'terraform-only', because: 'whether a destroy deletes the images too'},
    image_scanning_configuration: {
      to: 'ImageScanningConfiguration',
      block: 'single',
      of: {scan_on_push: {to: 'ScanOnPush'}},
    },
    image_tag_mutability: {to: 'ImageTagMutability', default: 'MUTABLE'},
    image_tag_mutability_exclusion_filter: {
      to: 'ImageTagMutabilityExclusionFilters',
      block: 'set',
      of: {
        filter: {to: 'ImageTagMutabilityExclusionFilterValue'},
        filter_type: {to: 'ImageTagMutabilityExclusionFilterType'},
      },
    },
    name: {to: 'RepositoryName'},
    registry_id: {skip: 'computed', because: 'the account'},
    repository_url: {skip: 'computed', because: 'made of account, region and name'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ecr:{region}:{account}:repository/{id}',
    severity: {EncryptionConfiguration: 'high', ImageTagMutability: 'high', RepositoryPolicyText: 'high'},
  },
} satisfies TerraformType
