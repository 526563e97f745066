import {join} from 'node:path'

import {vi} from 'vitest'

import {callerKey} from './callers.ts'

/** Points the SDK at the double, and at nothing else that this machine may know of AWS. */
export function signIn(url: string, folder: string): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(environment(url, folder))) vi.stubEnv(name, value)
}

/** The same for a process of its own. */
export function environment(url: string, folder: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: callerKey,
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'aws-credentials'),
    HOME: folder,
  }
}
