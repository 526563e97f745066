import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-keypair.html */
export const entry = {
  type: 'aws_key_pair',
  confidence: 'curated',
  objectType: 'AWS::EC2::KeyPair',
  role: 'object',
  identity: [['key_name'], ['id']],
  attributes: {
    fingerprint: {to: 'KeyFingerprint', computed: true},
    key_name: {to: 'KeyName'},
    key_name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    key_pair_id: {skip: 'computed', because: 'id that EC2 gives; a key made anew has another fingerprint as well'},
    key_type: {skip: 'alias', because: 'follows from the key, which is compared by its fingerprint'},
    public_key: {
      skip: 'alias',
      because:
        'compared by its fingerprint, which EC2 makes from it (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_KeyPairInfo.html)',
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:key-pair/{id}',
    severity: {KeyFingerprint: 'high'},
  },
} satisfies TerraformType
