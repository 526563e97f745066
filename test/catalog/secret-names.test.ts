import {expect, test} from 'vitest'

import {holdsCredentials, isSecretName, isSecretValue} from '../../src/catalog/secret-names.ts'

test.each([
  'password',
  'master_password',
  'MasterUserPassword',
  'DB_PASSWORD',
  'db-password-2',
  'AuthToken',
  'client_secret',
  'secret_string',
  'private_key_pem',
  'AWS_SECRET_ACCESS_KEY',
  'API_KEY',
  'apiKey',
  'DB_PASS',
  'bcrypt_hash',
  'connection_string',
  'private_key_pem_pkcs8',
  'secret_binary',
  'ses_smtp_password_v4',
  'HF_TOKEN',
  'SECRET_KEY_BASE',
  'STRIPE_API_KEY',
  'password_b64',
  'slackWebhookUrl',
])('%s names a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each([
  'password_length',
  'PasswordPolicy',
  'master_user_secret_kms_key_id',
  'SecretArn',
  'HttpTokens',
  'http_tokens',
  'KeyName',
  'kms_master_key_id',
  'public_key',
  'access_key_id',
  'Secrets',
  'keypassage',
  'secret_arn',
  'secret_id',
  'secret_name',
  'token_validity',
  'creation_token',
  'ClientToken',
  'NextToken',
  'MAX_TOKENS',
  'hash_key',
  'range_key',
  'route_key',
  's3_key',
  'key',
  'source_code_hash',
  'image_pull_credentials_type',
  'passthrough_behavior',
])('%s names none', (name) => {
  expect(isSecretName(name)).toBe(false)
})

test('only text is taken for a secret by name, and no reference to one', () => {
  expect(isSecretValue('Password', 'hunter2')).toBe(true)
  expect(isSecretValue('Passwords', ['hunter2'])).toBe(true)
  for (const value of ['', null, true, 12, {a: 'b'}, [], 'arn:aws:ssm:eu-west-1:111122223333:parameter/x'] as const) {
    expect(isSecretValue('Password', value)).toBe(false)
  }
})

test.each([
  ['postgres://app:hunter2@db.example.com/app', true],
  ['see https://ci:tok3n@git.example.com and more', true],
  ['redis://:hunter2@cache:6379', true],
  ['https://example.com/a:b@c', false],
  ['https://user@example.com', false],
  ['arn:aws:iam::111122223333:role/x', false],
  ['-----BEGIN OPENSSH PRIVATE KEY-----', true],
  ['-----BEGIN CERTIFICATE-----', false],
])('%s holds credentials: %s', (text, expected) => {
  expect(holdsCredentials(text)).toBe(expected)
})
