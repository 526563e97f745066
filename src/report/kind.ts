import type {Kind} from '../model/kind.ts'

export {kindOf, type Kind} from '../model/kind.ts'

/** How a kind of findings is headed. */
export const kinds: Readonly<Record<Kind, string>> = {
  drift: 'Drift',
  tags: 'Tags',
  spend: 'Accelerator spend',
  ignores: 'Ignores',
}
