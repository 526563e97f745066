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
  const wanted = only.map(matcher)
  const unwanted = skip.map(matcher)
  const takes = (names: readonly (string | undefined)[]): boolean => {
    const known = names.filter((name) => name !== undefined)
    const fits = (test: RegExp) => known.some((name) => test.test(name))
    return (wanted.length === 0 || wanted.some(fits)) && !unwanted.some(fits)
  }
  return {only, skip, takes}
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}
