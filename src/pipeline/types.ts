import type {KnownType, TypeDescription} from '../model/type-description.ts'

export async function knownTypes(): Promise<readonly KnownType[]> {
  return (await import('../live/describe-type.ts')).listTypes()
}

/** @returns undefined for a type that nothing is known of */
export async function describeType(name: string): Promise<TypeDescription | undefined> {
  return (await import('../live/describe-type.ts')).describeType(name)
}
