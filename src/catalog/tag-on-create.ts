import data from './data/tag-on-create.json' with {type: 'json'}

/** An IAM action that makes something and sees the tags that it is to have. */
export interface TaggingCreation {
  readonly action: string
  /** ARN pattern of what is made; `*` where the action as a whole sees the tags. */
  readonly makes: string
  /** ARN patterns of what the action needs leave for besides, without seeing tags there. */
  readonly uses: readonly string[]
}

const types: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.types))
const uses: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.uses))

/** How AWS makes the objects of a Terraform type, so far as it lets a policy see their tags then. */
export function taggingCreations(terraformType: string): readonly TaggingCreation[] {
  return (types.get(terraformType) ?? []).map((text) => {
    const [action = '', makes = '*'] = text.split(' ')
    return {action, makes, uses: uses.get(action) ?? []}
  })
}
