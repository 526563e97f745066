import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-originaccesscontrol.html */
export const entry: TerraformType = {
  type: 'aws_cloudfront_origin_access_control',
  confidence: 'curated',
  objectType: 'AWS::CloudFront::OriginAccessControl',
  role: 'object',
  identity: [['id']],
  tags: 'none',
  attributes: {
    description: {to: 'OriginAccessControlConfig.Description'},
    etag: {skip: 'computed', because: 'the version of the configuration'},
    name: {to: 'OriginAccessControlConfig.Name'},
    origin_access_control_origin_type: {to: 'OriginAccessControlConfig.OriginAccessControlOriginType'},
    signing_behavior: {to: 'OriginAccessControlConfig.SigningBehavior'},
    signing_protocol: {to: 'OriginAccessControlConfig.SigningProtocol'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:cloudfront::{account}:origin-access-control/{id}',
    severity: {'OriginAccessControlConfig.SigningBehavior': 'high'},
  },
}
