import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-cloudfrontoriginaccessidentity.html */
export const entry: TerraformType = {
  type: 'aws_cloudfront_origin_access_identity',
  confidence: 'curated',
  objectType: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
  role: 'object',
  identity: [['id']],
  tags: 'none',
  attributes: {
    caller_reference: {skip: 'computed', because: 'what made the request to create it unique'},
    cloudfront_access_identity_path: {skip: 'computed', because: 'made of the id'},
    comment: {to: 'CloudFrontOriginAccessIdentityConfig.Comment'},
    etag: {skip: 'computed', because: 'the version of the configuration'},
    iam_arn: {skip: 'computed', because: 'made of the id'},
    s3_canonical_user_id: {skip: 'computed', because: 'given by CloudFront'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:cloudfront::{account}:origin-access-identity/{id}',
  },
}
