import type {SkipRule, TerraformType} from './entry.ts'

const shownOnce: SkipRule = {skip: 'write-only', because: 'AWS shows the secret once, when the key is made'}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html */
export const entry = {
  type: 'aws_iam_access_key',
  confidence: 'curated',
  objectType: 'AWS::IAM::AccessKey',
  role: 'object',
  identity: [['id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    create_date: {skip: 'computed', because: 'when the key was made'},
    encrypted_secret: shownOnce,
    encrypted_ses_smtp_password_v4: shownOnce,
    key_fingerprint: {skip: 'computed', because: 'follows from pgp_key'},
    pgp_key: {skip: 'terraform-only', because: 'what the provider encrypts the secret with in the state'},
    secret: shownOnce,
    ses_smtp_password_v4: shownOnce,
    status: {to: 'Status', default: 'Active'},
    user: {to: 'UserName'},
  },
  object: {
    idScope: 'account',
    severity: {Status: 'high', UserName: 'high'},
  },
} satisfies TerraformType
