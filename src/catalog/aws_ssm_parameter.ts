import type {Json, ValueRecord} from '../model/value.ts'
import type {Projection, TerraformType} from './entry.ts'

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html; it lacks the key of a
 * SecureString, which is named as in https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html
 */
export const entry = {
  type: 'aws_ssm_parameter',
  confidence: 'curated',
  objectType: 'AWS::SSM::Parameter',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    allowed_pattern: {to: 'AllowedPattern'},
    data_type: {to: 'DataType', default: 'text', computed: true},
    description: {to: 'Description'},
    has_value_wo: {skip: 'computed', because: 'whether value_wo is used'},
    insecure_value: {to: 'Value', computed: true},
    key_id: {to: 'KeyId', as: 'kmsKey', default: 'alias/aws/ssm', computed: true},
    name: {to: 'Name'},
    overwrite: {
      skip: 'terraform-only',
      because: 'whether the provider takes over a parameter that is there (resource docs)',
    },
    tier: {to: 'Tier', value: chosenTier, default: 'Standard', computed: true},
    type: {to: 'Type'},
    value: {
      custom:
        'Value, where that is no SecureString: reading one takes the right to decrypt, which trueup never asks for',
    },
    value_wo: {skip: 'write-only', because: 'a write-only argument is in no state'},
    value_wo_version: {skip: 'terraform-only', because: 'makes the provider write value_wo again'},
    version: {skip: 'computed', because: 'counts the changes of the value'},
  },
  project: ({attributes}, {id, location}) =>
    id === undefined ? [] : [{objectType: 'AWS::SSM::Parameter', id, location, ...valueOf(attributes)}],
  object: {
    idScope: 'region',
    pseudo: ['KeyId'],
    sensitive: ['Value'],
    severity: {KeyId: 'high', Type: 'high'},
  },
} satisfies TerraformType

function valueOf({type, value}: ValueRecord): Pick<Projection, 'properties'> {
  if (type === 'SecureString' || value === undefined) return {}
  return {properties: [{path: 'Value', value, attribute: 'value', computed: true}]}
}

/** Intelligent-Tiering is a request: AWS answers with the tier that it chose (https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html). */
function chosenTier(tier: Json): Json {
  return tier === 'Intelligent-Tiering' ? null : tier
}
