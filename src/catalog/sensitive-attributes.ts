import table from './data/sensitive-attributes.json' with {type: 'json'}

const paths = new Map(
  Object.entries(table).map(([type, dotted]) => [type, dotted.map((path) => path.split('.') as readonly string[])]),
)

/**
 * Attributes that a provider's schema marks sensitive, as steps; blocks without indices. States written before Terraform 0.15 do not
 * say so themselves. The table is made by `scripts/sensitive-attributes.ts`.
 */
export function sensitiveAttributes(type: string): readonly (readonly string[])[] {
  return paths.get(type) ?? []
}
