import type {AttributeRule, BlockRule} from './entry.ts'

/** A function, and in which version of the event it is called. */
const versioned = {lambda_arn: {to: 'LambdaArn'}, lambda_version: {to: 'LambdaVersion'}} as const

/** Functions that Cognito calls (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-lambdaconfig.html). */
export const userPoolTriggers: BlockRule & AttributeRule = {
  to: 'LambdaConfig',
  block: 'single',
  of: {
    create_auth_challenge: {to: 'CreateAuthChallenge'},
    custom_email_sender: {to: 'CustomEmailSender', block: 'single', of: versioned},
    custom_message: {to: 'CustomMessage'},
    custom_sms_sender: {to: 'CustomSMSSender', block: 'single', of: versioned},
    define_auth_challenge: {to: 'DefineAuthChallenge'},
    kms_key_id: {to: 'KMSKeyID', as: 'kmsKey'},
    post_authentication: {to: 'PostAuthentication'},
    post_confirmation: {to: 'PostConfirmation'},
    pre_authentication: {to: 'PreAuthentication'},
    pre_sign_up: {to: 'PreSignUp'},
    // Cognito keeps one function under both names.
    pre_token_generation: {to: 'PreTokenGeneration', computed: true},
    pre_token_generation_config: {to: 'PreTokenGenerationConfig', block: 'single', computed: true, of: versioned},
    user_migration: {to: 'UserMigration'},
    verify_auth_challenge_response: {to: 'VerifyAuthChallengeResponse'},
  },
}
