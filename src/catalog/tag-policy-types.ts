import data from './data/tag-policy-types.json' with {type: 'json'}

const table: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.types))

/** Resource types as AWS Organizations tag policies name them (`ec2:instance`), sorted. */
export const tagPolicyTypes: readonly string[] = [...table.keys()]

const byService: ReadonlyMap<string, readonly string[]> = Map.groupBy(tagPolicyTypes, (type) => serviceOf(type))

/** Services of which a tag policy can name types, sorted. */
export const tagPolicyServices: readonly string[] = [...byService.keys()]

/** What stands for all types of a service: the older and the newer spelling. */
const everyType = new Set(['*', 'ALL_SUPPORTED'])

export function isTagPolicyType(name: string): boolean {
  const [service = '', type = ''] = partsOf(name)
  return everyType.has(type) ? byService.has(service) : table.has(name)
}

/** @param name `ec2:instance`, `ec2:ALL_SUPPORTED`, `ec2:*`; sorted Terraform types, none where Terraform cannot make any */
export function terraformTypesOf(name: string): readonly string[] {
  const [service = '', type = ''] = partsOf(name)
  const named = everyType.has(type) ? (byService.get(service) ?? []) : [name]
  return [...new Set(named.flatMap((one) => table.get(one) ?? []))].toSorted()
}

/** What tag policies call the objects of a Terraform type. */
export function tagPolicyTypesOf(terraformType: string): readonly string[] {
  return tagPolicyTypes.filter((type) => table.get(type)?.includes(terraformType))
}

function serviceOf(name: string): string {
  return partsOf(name)[0] ?? ''
}

function partsOf(name: string): readonly string[] {
  const colon = name.indexOf(':')
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)]
}
