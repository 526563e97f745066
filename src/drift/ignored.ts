import {attributeSteps, covers} from '../model/attribute-path.ts'
import type {DeclaredResource} from '../model/declared.ts'

/** `lifecycle.ignore_changes`: an entry covers the attribute it names and everything below; tags are ignored in `tags_all`, too. */
export function isIgnored(attribute: string, {ignoreChanges}: DeclaredResource): boolean {
  if (ignoreChanges === undefined) return false
  if (ignoreChanges === 'all') return true
  const path = attributeSteps(attribute)
  return ignoreChanges.some((entry) => {
    const ignored = attributeSteps(entry)
    return covers(ignored, path) || covers(ignored.map(inTagsAll), path)
  })
}

function inTagsAll(step: string, index: number, steps: readonly string[]): string {
  return step === 'tags' && steps.indexOf('tags') === index ? 'tags_all' : step
}
