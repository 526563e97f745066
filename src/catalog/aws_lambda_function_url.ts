import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html */
export const entry = {
  type: 'aws_lambda_function_url',
  confidence: 'curated',
  objectType: 'AWS::Lambda::Url',
  role: 'object',
  identity: [['function_arn']],
  arnAttribute: 'function_arn',
  tags: 'none',
  attributes: {
    authorization_type: {to: 'AuthType'},
    cors: {
      to: 'Cors',
      block: 'single',
      of: {
        allow_credentials: {to: 'AllowCredentials'},
        allow_headers: {to: 'AllowHeaders', as: 'set'},
        allow_methods: {to: 'AllowMethods', as: 'set'},
        allow_origins: {to: 'AllowOrigins', as: 'set'},
        expose_headers: {to: 'ExposeHeaders', as: 'set'},
        max_age: {to: 'MaxAge', default: 0},
      },
    },
    function_arn: {skip: 'identity', because: 'the primary identifier: the function, or the alias, has one URL'},
    function_name: {skip: 'identity', because: 'names the function, as function_arn does'},
    function_url: {skip: 'computed', because: 'AWS chooses the host name'},
    invoke_mode: {to: 'InvokeMode', default: 'BUFFERED'},
    qualifier: {to: 'Qualifier'},
    url_id: {skip: 'computed', because: 'a part of the host name'},
  },
  object: {
    idScope: 'region',
    severity: {AuthType: 'high', Cors: 'high'},
    exposes: (path, live) => path === 'AuthType' && live === 'NONE',
  },
} satisfies TerraformType
