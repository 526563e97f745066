import type {TerraformType} from './entry.ts'

/** Waits until a certificate is issued; there is nothing of its own in AWS. */
export const entry: TerraformType = {
  type: 'aws_acm_certificate_validation',
  confidence: 'curated',
  objectType: 'AWS::CertificateManager::Certificate',
  role: 'part',
  identity: [['certificate_arn']],
  arnAttribute: 'certificate_arn',
  tags: 'none',
  attributes: {
    certificate_arn: {skip: 'identity', because: 'names the certificate'},
    validation_record_fqdns: {skip: 'terraform-only', because: 'records to wait for; aws_route53_record declares them'},
  },
}
