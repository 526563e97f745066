import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html */
export const entry = {
  type: 'aws_iam_openid_connect_provider',
  confidence: 'curated',
  objectType: 'AWS::IAM::OIDCProvider',
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    client_id_list: {to: 'ClientIdList', as: 'set'},
    // For most issuers AWS trusts its own list of authorities and keeps the thumbprint all the same.
    thumbprint_list: {to: 'ThumbprintList', as: 'set', computed: true},
    url: {to: 'Url', as: 'httpsUrl'},
  },
  object: {
    idScope: 'account',
    arnTemplate: '{id}',
    severity: {ClientIdList: 'high', ThumbprintList: 'high', Url: 'high'},
  },
} satisfies TerraformType
