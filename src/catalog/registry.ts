import type {TerraformType} from './entry.ts'

type Loader = () => Promise<{readonly entry: TerraformType}>

/** Every curated Terraform type, one line each; loaded when a state or a live object needs it. */
const loaders: Readonly<Record<string, Loader>> = {
  aws_vpc: () => import('./aws_vpc.ts'),
}

/** @returns undefined for a type that the catalogue does not know */
export async function loadType(type: string): Promise<TerraformType | undefined> {
  return (await loaders[type]?.())?.entry
}

/** Names of all Terraform types that the catalogue knows, sorted. */
export function knownTypes(): readonly string[] {
  return Object.keys(loaders).toSorted()
}
