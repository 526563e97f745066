import type {ExportedDocument, LeftOut} from './exported.ts'

/** What is said of one key. */
export interface KeySettings {
  readonly key: string
  readonly values?: readonly string[]
  readonly enforcedFor?: readonly string[]
  readonly requiredFor?: readonly string[]
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const limits = {characters: 10_000, attached: 10}

type List = 'tag_value' | 'enforced_for' | 'report_required_tag_for'
type Content = Record<string, Record<string, Record<string, string | string[]>>>

/**
 * As few policies as take it all, each within the size that AWS takes. Where one is full, the next goes on: of policies attached to one
 * target, the first assigns and the others append.
 */
export function packTagPolicies(settings: readonly KeySettings[]): {
  readonly documents: readonly ExportedDocument[]
  readonly left: readonly LeftOut[]
} {
  const packer = new Packer()
  for (const one of settings) packer.add(one)
  const documents = packer.contents.map((tags, index) => ({name: `tag-policy-${index + 1}`, content: {tags}}))
  if (documents.length <= limits.attached) return {documents, left: []}
  const what = `policies ${limits.attached + 1} to ${documents.length} at the same target: AWS takes ${limits.attached}; attach these further down`
  return {documents, left: [{rule: 'all rules', source: {file: 'tag-policy'}, what, extent: 'part'}]}
}

class Packer {
  readonly contents: Content[] = []
  /** Which policy assigns a setting. */
  readonly #assigning = new Map<string, Content>()

  add({key, values = [], enforcedFor = [], requiredFor = []}: KeySettings): void {
    this.#put(key, 'tag_key', key)
    for (const value of values) this.#put(key, 'tag_value', value)
    for (const type of enforcedFor) this.#put(key, 'enforced_for', type)
    for (const type of requiredFor) this.#put(key, 'report_required_tag_for', type)
  }

  /** Adds one text, to a new policy where the current one has no room for it. */
  #put(key: string, field: 'tag_key' | List, text: string): void {
    const current = this.contents.at(-1)
    const grown = structuredClone(current ?? {})
    place(grown, [key, field, this.#operator(key, field, current)], text)
    const fits = current && JSON.stringify({tags: grown}).length <= limits.characters
    const content = fits ? current : {}
    if (!fits) this.contents.push(content)
    place(content, [key, field, this.#operator(key, field, content)], text)
    if (!this.#assigning.has(`${field} ${key}`)) this.#assigning.set(`${field} ${key}`, content)
  }

  #operator(key: string, field: string, content: Content | undefined): '@@assign' | '@@append' {
    const assigning = this.#assigning.get(`${field} ${key}`)
    return assigning === undefined || assigning === content ? '@@assign' : '@@append'
  }
}

function place(content: Content, [key, field, operator]: readonly [string, string, string], text: string): void {
  const settings = (content[key] ??= {})
  const setting = (settings[field] ??= {})
  const known = setting[operator]
  setting[operator] = field === 'tag_key' ? text : [...(Array.isArray(known) ? known : []), text]
}
