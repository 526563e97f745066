import {picked, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Younger than the documents of AWS Config, which may not show it. */
const perhaps = ['CertificateExport', 'CertificateTransparencyLoggingPreference', 'SubjectAlternativeNames']

/**
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html, which writes key algorithms with a hyphen where requests for
 * certificates have an underscore.
 */
export const acmCertificate: Projector = {
  objectType: 'AWS::CertificateManager::Certificate',
  sees: [...perhaps, 'CertificateAuthorityArn', 'DomainName', 'KeyAlgorithm', 'ValidationMethod'],
  project: ({resourceId, configuration}) => {
    const options = recordAt(configuration, 'options')
    const [validation = {}] = recordsAt(configuration, 'domainValidationOptions')
    const properties = said({
      ...picked(pascalKeys(configuration), ['CertificateAuthorityArn', 'DomainName', 'SubjectAlternativeNames']),
      CertificateExport: options['export'],
      CertificateTransparencyLoggingPreference: options['certificateTransparencyLoggingPreference'],
      KeyAlgorithm: textAt(configuration, 'keyAlgorithm')?.replaceAll('-', '_'),
      ValidationMethod: validation['validationMethod'],
    })
    const name = textAt(configuration, 'domainName')
    return {
      id: textAt(configuration, 'certificateArn') ?? resourceId,
      ...(name === undefined ? {} : {name}),
      ...unseenOf(properties, perhaps),
      properties,
    }
  },
}
