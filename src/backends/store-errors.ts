import {TrueupError, type Fault} from '../errors.ts'

interface Explanation {
  readonly fault: Fault
  readonly hint: string
}

const pull = '`terraform state pull | trueup inspect --state -`'

/** Every way in which a store may fail to give a state; the words of each are in `report/error-words/state-store.ts`. */
const explanations = {
  'state-store-denied': {
    fault: 'user',
    hint: 'Give credentials that may read the state: --state-profile, --state-role, --state-header, or the variables that Terraform takes.',
  },
  'state-store-key-denied': {
    fault: 'user',
    hint: 'Grant kms:Decrypt on that key to who reads the state; where the key is of another account, its own policy has to allow it as well.',
  },
  'state-store-missing': {
    fault: 'user',
    hint: 'Check bucket, key and workspace: `terraform workspace show` and the backend block name them.',
  },
  'state-store-incomplete': {
    fault: 'user',
    hint: 'Run `terraform init` there, which writes down the whole backend, or name the state with --state URL.',
  },
  'state-store-unknown': {
    fault: 'user',
    hint: `trueup reads s3, http, remote, cloud, gcs, azurerm and local; pipe any other through Terraform: ${pull}.`,
  },
  'state-store-client': {
    fault: 'user',
    hint: 'Install the client beside trueup with the command above; all else works without it.',
  },
  'state-store-failed': {
    fault: 'aws',
    hint: `Try again; if it keeps failing, read the state through Terraform: ${pull}.`,
  },
  'state-url-invalid': {
    fault: 'user',
    hint:
      'Write s3://BUCKET/KEY, https://HOST/PATH, hcp://ORGANIZATION/WORKSPACE, tfe://HOST/ORGANIZATION/WORKSPACE, gs://BUCKET/OBJECT, ' +
      'azurerm://ACCOUNT/CONTAINER/KEY, or backend:DIR for what the code in DIR says.',
  },
} as const satisfies Readonly<Record<string, Explanation>>

export type StoreErrorCode = keyof typeof explanations

/** @param name of the state, without credentials */
export function storeError(code: StoreErrorCode, name: string, problem: string, cause?: unknown): TrueupError {
  const {fault, hint} = explanations[code]
  return new TrueupError(`${name} ${problem}`, {code, fault, hint, ...(cause === undefined ? {} : {cause})})
}

/** By the status of an HTTP answer. */
export function statusError(name: string, status: number): TrueupError {
  if (status === 401 || status === 403)
    return storeError('state-store-denied', name, `may not be read (HTTP ${status})`)
  if (status === 404 || status === 204)
    return storeError('state-store-missing', name, `holds no state (HTTP ${status})`)
  return storeError('state-store-failed', name, `could not be read (HTTP ${status})`)
}
