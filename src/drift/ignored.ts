import type {DeclaredResource} from '../model/declared.ts'

/** `lifecycle.ignore_changes`: an entry covers the attribute it names and everything below; tags are ignored in `tags_all`, too. */
export function isIgnored(attribute: string, {ignoreChanges}: DeclaredResource): boolean {
  if (ignoreChanges === undefined) return false
  if (ignoreChanges === 'all') return true
  const path = stepsOf(attribute)
  return ignoreChanges.some((entry) => {
    const ignored = stepsOf(entry)
    return covers(ignored, path) || covers(ignored.map(inTagsAll), path)
  })
}

function inTagsAll(step: string, index: number, steps: readonly string[]): string {
  return step === 'tags' && steps.indexOf('tags') === index ? 'tags_all' : step
}

function covers(ancestor: readonly string[], path: readonly string[]): boolean {
  return ancestor.length <= path.length && ancestor.every((step, index) => step === path[index])
}

/**
 * `tags["Owner"]`, `tags.Owner` and `root_block_device[0].volume_size` without indices: those of a state need not be those of the code.
 * What follows `tags` in the path of a difference is one key, whatever it holds: `tags_all.kubernetes.io/role`.
 */
function stepsOf(path: string): readonly string[] {
  const [, before = '', tags, key] = /^(.*?)\b(tags|tags_all)\.(.*)$/s.exec(path) ?? []
  if (tags !== undefined && key !== undefined) return [...stepsOf(before), tags, key]
  const steps = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[\d+\]|\[[^\]]*\]|([^.[\]]+)/g)
  return [...steps].flatMap(([, quoted, name]) => (quoted === undefined ? (name ?? []) : unquoted(quoted)))
}

function unquoted(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1')
}
