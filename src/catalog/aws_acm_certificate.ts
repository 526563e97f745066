import type {DeclaredResource} from '../model/declared.ts'
import type {OwnTarget, Projection, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

const certificate = 'AWS::CertificateManager::Certificate'
const dates = 'AWS Certificate Manager renews certificates'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html */
export const entry: TerraformType = {
  type: 'aws_acm_certificate',
  confidence: 'curated',
  objectType: certificate,
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    certificate_authority_arn: {to: 'CertificateAuthorityArn'},
    certificate_body: {skip: 'write-only', because: 'DescribeCertificate does not show it'},
    certificate_chain: {skip: 'write-only', because: 'DescribeCertificate does not show it'},
    domain_name: {to: 'DomainName', as: 'domainName'},
    domain_validation_options: {skip: 'computed', because: 'records that prove the ownership of the domain'},
    early_renewal_duration: {skip: 'terraform-only', because: 'when the provider renews'},
    key_algorithm: {to: 'KeyAlgorithm', computed: true},
    not_after: {skip: 'computed', because: dates},
    not_before: {skip: 'computed', because: dates},
    options: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        certificate_transparency_logging_preference: {
          to: 'CertificateTransparencyLoggingPreference',
          default: 'ENABLED',
          computed: true,
        },
        export: {to: 'CertificateExport', default: 'DISABLED', computed: true},
      },
    },
    pending_renewal: {skip: 'computed', because: dates},
    private_key: {skip: 'write-only', because: 'no API gives it back'},
    renewal_eligibility: {skip: 'computed', because: dates},
    renewal_summary: {skip: 'computed', because: dates},
    status: {skip: 'computed', because: 'where AWS is with it'},
    subject_alternative_names: {custom: 'SubjectAlternativeNames, with the domain name, which is always one of them'},
    type: {skip: 'computed', because: 'how the certificate came about'},
    validation_emails: {skip: 'computed', because: 'where AWS asked for validation'},
    validation_method: {to: 'ValidationMethod', value: (method) => (method === 'NONE' ? '' : method), computed: true},
    validation_option: {skip: 'write-only', because: 'used at the request only; the provider does not read it back'},
  },
  project: alternativeNames,
  object: {
    idScope: 'region',
    severity: {CertificateTransparencyLoggingPreference: 'low'},
  },
}

/** Providers before 4 leave the domain name out of its own alternative names. */
function alternativeNames({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const names = plainOf(attributes['subject_alternative_names'])?.value
  const domain = attributes['domain_name']
  if (id === undefined || !Array.isArray(names) || typeof domain !== 'string') return []
  const all = new Set([domain, ...(names as readonly unknown[])].map((name) => String(name).toLowerCase()))
  const property = {
    path: 'SubjectAlternativeNames',
    value: [...all],
    attribute: 'subject_alternative_names',
    as: 'set',
  } as const
  return [{objectType: certificate, id, location, properties: [property]}]
}
