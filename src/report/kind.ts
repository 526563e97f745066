import type {FindingCode} from '../model/finding.ts'

/** The three questions of a scan. */
export type Kind = 'drift' | 'tags' | 'spend'

export const kinds: Readonly<Record<Kind, string>> = {
  drift: 'Drift',
  tags: 'Tags',
  spend: 'Accelerator spend',
}

export function kindOf(code: FindingCode): Kind {
  if (code.startsWith('tag-')) return 'tags'
  return code.startsWith('accelerator-') ? 'spend' : 'drift'
}
