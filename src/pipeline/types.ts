import {iamPolicy, permissions, type IamPolicy} from '../aws/permissions.ts'
import type {KnownType, TypeDescription} from '../model/type-description.ts'

export type {IamPolicy}

export async function knownTypes(): Promise<readonly KnownType[]> {
  return (await import('../live/describe-type.ts')).listTypes()
}

/** @returns undefined for a type that nothing is known of */
export async function describeType(name: string): Promise<TypeDescription | undefined> {
  return (await import('../live/describe-type.ts')).describeType(name)
}

/** What a scan may do in AWS, and no more. */
export function scanPolicy(): IamPolicy {
  return iamPolicy(permissions.filter(({by}) => by !== 'organization' && by !== 'attribution'))
}
