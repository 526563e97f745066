/** Attribute paths as Terraform writes them: `root_block_device[0].volume_size`, `tags["Owner"]`, `tags_all.Owner`. */

/**
 * The steps of a path without indices: those of a state need not be those of the code. What follows `tags` is one key, whatever it holds:
 * `tags_all.kubernetes.io/role`.
 */
export function attributeSteps(path: string): readonly string[] {
  const [, before = '', tags, key] = /^(.*?)\b(tags|tags_all)\.(.*)$/s.exec(path) ?? []
  if (tags !== undefined && key !== undefined) return [...attributeSteps(before), tags, key]
  const steps = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[\d+\]|\[[^\]]*\]|([^.[\]]+)/g)
  return [...steps].flatMap(([, quoted, name]) => (quoted === undefined ? (name ?? []) : unquoted(quoted)))
}

function unquoted(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1')
}

/** Whether a path is another one, or lies below it. */
export function covers(ancestor: readonly string[], path: readonly string[]): boolean {
  return ancestor.length <= path.length && ancestor.every((step, index) => step === path[index])
}
