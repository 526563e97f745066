import {readFile} from 'node:fs/promises'

import {userError} from '../errors.ts'

/**
 * The fingerprints of the findings in a JSON report of an earlier run.
 * @throws {TrueupError} `baseline-not-readable`
 */
export async function readFingerprints(file: string): Promise<ReadonlySet<string>> {
  const hint = 'Name a file that tags check --report json=FILE wrote'
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw userError('baseline-not-readable', `cannot read ${file}: ${error.code}`, hint, error)
  })
  const fingerprints = fingerprintsIn(text)
  if (!fingerprints) throw userError('baseline-not-readable', `${file} is not a JSON report of trueup`, hint)
  return fingerprints
}

function fingerprintsIn(text: string): ReadonlySet<string> | undefined {
  try {
    const {findings} = JSON.parse(text) as {readonly findings?: readonly {readonly fingerprint?: unknown}[]}
    const found = findings?.map(({fingerprint}) => fingerprint)
    return found?.every((one) => typeof one === 'string') ? new Set(found) : undefined
  } catch {
    return undefined
  }
}
