import {readFile} from 'node:fs/promises'

import {userError} from '../errors.ts'
import type {BaselineText} from '../pipeline/baseline.ts'

/** A baseline, where there is one. @throws {TrueupError} `baseline-not-readable` */
export async function existingBaseline(name: string): Promise<BaselineText | undefined> {
  try {
    return {name, text: await readFile(name, 'utf8')}
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw userError('baseline-not-readable', `cannot read the baseline ${name}: ${code}`, 'Check --baseline', error)
  }
}

/** A baseline, or a report, that somebody named. @throws {TrueupError} `baseline-not-readable` */
export async function readReportText(name: string): Promise<BaselineText> {
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const hint = 'Name a file that trueup baseline, or a scan with --report json=FILE, wrote'
    throw userError('baseline-not-readable', `cannot read ${name}: ${error.code}`, hint, error)
  })
  return {name, text}
}
