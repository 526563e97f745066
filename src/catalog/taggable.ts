import data from './data/taggable.json' with {type: 'json'}

/** Terraform types that AWS can tag, sorted: those with a `tags` argument and those with `tag` blocks. */
export const taggableTypes: readonly string[] = [...data.types, ...data.tagBlocks.types].toSorted()

const taggable = new Set(taggableTypes)

export function isTaggable(type: string): boolean {
  return taggable.has(type)
}
