import {readFile} from 'node:fs/promises'

import {userError} from '../errors.ts'

export interface NamedText {
  readonly name: string
  readonly text: string
  /** Of AWS Organizations tag policies that merge: 0 for those of the root. */
  readonly level?: number
}

/** Policies, after the AWS Organizations tag policies of each level, which are joined by commas. */
export async function readPoliciesAndLevels(
  files: readonly string[] = [],
  levels: readonly string[] = [],
): Promise<readonly NamedText[]> {
  const read = await Promise.all(levels.map((level) => readPolicies(level.split(','))))
  const leveled = read.flatMap((texts, level) => texts.map((text) => ({...text, level})))
  return [...leveled, ...(await readPolicies(files))]
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
