import {createHash} from 'node:crypto'

import {byForm} from './normalizer.ts'

/**
 * User data of an instance. AWS has it in Base64; the state holds that (`user_data_base64`), the text itself (provider 6), or the SHA-1
 * of the text (older providers, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade).
 */
export const userData = byForm((value) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return isSha1(text) ? text : createHash('sha1').update(bytesOf(text)).digest('hex')
})

function isSha1(text: string): boolean {
  return /^[\da-f]{40}$/.test(text)
}

/** Text that is Base64 through and through is taken for encoded, as the provider does before it hashes. */
function bytesOf(text: string): Buffer {
  const compact = text.replaceAll(/\s/g, '')
  const isEncoded = compact.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(compact)
  return isEncoded ? Buffer.from(compact, 'base64') : Buffer.from(text)
}
