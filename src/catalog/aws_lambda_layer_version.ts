import type {SkipRule, TerraformType} from './entry.ts'

const content: SkipRule = {
  skip: 'write-only',
  because: 'AWS gives a link to the archive and no more; a version never changes once it is published',
}
const computed = (what: string): SkipRule => ({skip: 'computed', because: what})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html */
export const entry = {
  type: 'aws_lambda_layer_version',
  confidence: 'curated',
  objectType: 'AWS::Lambda::LayerVersion',
  role: 'object',
  identity: [['arn'], ['id']],
  tags: 'none',
  attributes: {
    code_sha256: computed('hash of the archive'),
    compatible_architectures: {to: 'CompatibleArchitectures', as: 'set'},
    compatible_runtimes: {to: 'CompatibleRuntimes', as: 'set'},
    created_date: computed('when the version was published'),
    description: {to: 'Description'},
    filename: content,
    layer_arn: computed('follows from the ARN'),
    layer_name: {to: 'LayerName', as: 'arnOrName'},
    license_info: {to: 'LicenseInfo'},
    s3_bucket: content,
    s3_key: content,
    s3_object_version: content,
    signing_job_arn: computed('follows from the archive'),
    signing_profile_version_arn: computed('follows from the archive'),
    skip_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
    source_code_hash: content,
    source_code_size: computed('size of the archive'),
    version: computed('number of the version'),
  },
  object: {idScope: 'region', arnTemplate: '{id}'},
} satisfies TerraformType
