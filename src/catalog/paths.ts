import type {AttributeRule, TerraformType} from './entry.ts'

/** The canonical paths that an entry's table compares, list elements left out of the path; with the attribute path of each. */
export function comparedPaths(entry: TerraformType): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  collect(entry.attributes, '', '', paths)
  return paths
}

function collect(
  rules: Readonly<Record<string, AttributeRule>>,
  base: string,
  attributeBase: string,
  into: Map<string, string>,
): void {
  for (const [name, rule] of Object.entries(rules)) {
    const attribute = join(attributeBase, name)
    if ('block' in rule) collect(rule.of, join(base, rule.to), attribute, into)
    else if ('to' in rule) into.set(join(base, rule.to), attribute)
  }
}

/** What the table says of an attribute path (`root_block_device.volume_size`): the rule of the leaf, or of the block around it. */
export function ruleFor(entry: TerraformType, attribute: string): AttributeRule | undefined {
  let rules: Readonly<Record<string, AttributeRule>> | undefined = entry.attributes
  let rule: AttributeRule | undefined
  for (const name of attribute.split('.')) {
    if (rules === undefined) return rule
    rule = rules[name]
    if (rule === undefined) return undefined
    rules = 'block' in rule ? rule.of : undefined
  }
  return rule
}

function join(base: string, name: string): string {
  return base === '' ? name : name === '' ? base : `${base}.${name}`
}
