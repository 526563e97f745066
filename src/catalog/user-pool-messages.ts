import type {AttributeRule} from './entry.ts'

/** Texts that a pool sends; Cognito has a default for each, and tells some of them under two names. */
export const userPoolMessages: Readonly<Record<string, AttributeRule>> = {
  email_mfa_configuration: {
    to: '',
    block: 'single',
    computed: true,
    of: {
      message: {to: 'EmailAuthenticationMessage', computed: true},
      subject: {to: 'EmailAuthenticationSubject', computed: true},
    },
  },
  email_verification_message: {to: 'EmailVerificationMessage', computed: true},
  email_verification_subject: {to: 'EmailVerificationSubject', computed: true},
  sms_authentication_message: {to: 'SmsAuthenticationMessage'},
  sms_verification_message: {to: 'SmsVerificationMessage', computed: true},
  verification_message_template: {
    to: 'VerificationMessageTemplate',
    block: 'single',
    computed: true,
    of: {
      default_email_option: {to: 'DefaultEmailOption', default: 'CONFIRM_WITH_CODE'},
      email_message: {to: 'EmailMessage', computed: true},
      email_message_by_link: {to: 'EmailMessageByLink', computed: true},
      email_subject: {to: 'EmailSubject', computed: true},
      email_subject_by_link: {to: 'EmailSubjectByLink', computed: true},
      sms_message: {to: 'SmsMessage', computed: true},
    },
  },
}
