import {Wildcards} from '../model/wildcard.ts'

/** What a scan is narrowed to, by patterns of Terraform types, CloudFormation types and addresses in which `*` stands for anything. */
export interface Selection {
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /**
   * Whether something is in, by all its names: Terraform type, AWS type and address of a resource; the types alone of what nobody
   * declares, which no pattern of addresses asks for.
   */
  readonly takes: (names: readonly (string | undefined)[]) => boolean
}

/** @returns undefined where nothing is narrowed */
export function selectionOf(only: readonly string[] = [], skip: readonly string[] = []): Selection | undefined {
  if (only.length === 0 && skip.length === 0) return undefined
  const wanted = new Wildcards(only)
  const unwanted = new Wildcards(skip)
  const takes = (names: readonly (string | undefined)[]): boolean => {
    const known = names.filter((name) => name !== undefined)
    const isWanted = only.length === 0 || known.some((name) => wanted.match(name))
    return isWanted && !known.some((name) => unwanted.match(name))
  }
  return {only, skip, takes}
}
