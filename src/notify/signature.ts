import {createHmac} from 'node:crypto'

const prefix = 'whsec_'

/**
 * `v1,BASE64`: HMAC-SHA256 of id, time and body, joined by dots.
 *
 * @param secret text; behind `whsec_` Base64
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export function signatureOf(
  body: string,
  {id, timestamp, secret}: {readonly id: string; readonly timestamp: string; readonly secret: string},
): string {
  const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
