import {readFile} from 'node:fs/promises'

import {userError} from '../errors.ts'

export interface NamedText {
  readonly name: string
  readonly text: string
}

/** @throws {TrueupError} `policy-not-readable` */
export async function readPolicies(files: readonly string[]): Promise<readonly NamedText[]> {
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
        const hint = 'Check the path; policies to start from come with trueup, in policies/'
        throw userError('policy-not-readable', `cannot read the tag policy ${name}: ${error.code}`, hint, error)
      })
      return {name, text}
    }),
  )
}
