import type {GetUserPoolMfaConfigResponse} from '@aws-sdk/client-cognito-identity-provider'

import type {JsonRecord} from '../../projectors/projector.ts'
import {plain} from '../answer.ts'

/** What `secondFactors` tells of a pool. */
export const shownBySecondFactors = [
  'EmailAuthenticationMessage',
  'EmailAuthenticationSubject',
  'EnabledMfas',
  'WebAuthnFactorConfiguration',
  'WebAuthnRelyingPartyID',
  'WebAuthnUserVerification',
] as const

/** Cloud Control does not read EnabledMfas back. */
export function secondFactors(answer: GetUserPoolMfaConfigResponse): JsonRecord {
  const {EmailMfaConfiguration: email, SmsMfaConfiguration: sms, WebAuthnConfiguration: webAuthn} = answer
  const {SmsConfiguration} = sms ?? {}
  return plain({
    EmailAuthenticationMessage: email?.Message,
    EmailAuthenticationSubject: email?.Subject,
    EnabledMfas: [
      ...(email ? ['EMAIL_OTP'] : []),
      ...(SmsConfiguration ? ['SMS_MFA'] : []),
      ...(answer.SoftwareTokenMfaConfiguration?.Enabled === true ? ['SOFTWARE_TOKEN_MFA'] : []),
    ],
    WebAuthnFactorConfiguration: webAuthn?.FactorConfiguration,
    WebAuthnRelyingPartyID: webAuthn?.RelyingPartyId,
    WebAuthnUserVerification: webAuthn?.UserVerification,
  }) as JsonRecord
}
