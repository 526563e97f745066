import type {DeclaredResource} from '../../model/declared.ts'
import type {InlineIgnore} from '../../model/inline-ignore.ts'
import type {CommentedIgnore} from '../../select/ignore/entry.ts'

/** Code, and what its comments ignore. */
export interface CommentedCode {
  readonly ignores: readonly InlineIgnore[]
  readonly configured: readonly DeclaredResource[]
  /** How the code declares what a state recorded, which may have another address. */
  readonly codeOf: (recorded: DeclaredResource) => DeclaredResource | undefined
}

/** Each comment with the resources that stand under it, by all addresses that a finding may name; comments are told apart by their place. */
export function commentedIn(
  {ignores, configured, codeOf}: CommentedCode,
  recorded: readonly DeclaredResource[],
): readonly CommentedIgnore[] {
  if (ignores.length === 0) return []
  const addresses = new Map<string, Set<string>>(ignores.map((ignore) => [placeOf(ignore), new Set()]))
  const note = (address: string, under: readonly InlineIgnore[] = []): void => {
    for (const ignore of under) addresses.get(placeOf(ignore))?.add(address)
  }
  for (const {address, ignores: under} of configured) note(address, under)
  for (const resource of recorded) note(resource.address, codeOf(resource)?.ignores)
  return ignores.map((ignore) => ({ignore, addresses: addresses.get(placeOf(ignore)) ?? new Set()}))
}

function placeOf({source: {file, line, column}}: InlineIgnore): string {
  return [file, line, column].join('\n')
}
