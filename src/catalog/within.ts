import type {AttributeRule} from './entry.ts'

/** Rules of attributes that Terraform has at the top and CloudFormation inside another property. */
export function within(
  property: string,
  rules: Readonly<Record<string, AttributeRule>>,
): Readonly<Record<string, AttributeRule>> {
  const moved = Object.entries(rules).map(([name, rule]): [string, AttributeRule] => [
    name,
    'to' in rule ? {...rule, to: `${property}.${rule.to}`} : rule,
  ])
  return Object.fromEntries(moved)
}
