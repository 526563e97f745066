import type {Finding} from './finding.ts'

/** What declares the property of a finding, taken apart. */
export interface Owner {
  /** Of the declaring resource, where that is not the finding's subject: a bucket's versioning is declared by its part. */
  readonly address?: string
  /** The attribute path as the configuration writes it. */
  readonly attribute: string
}

export function ownerOf({owner, subject}: Finding): Owner | undefined {
  if (owner === undefined) return undefined
  if (subject.address !== undefined && owner.startsWith(`${subject.address}: `)) {
    return {attribute: owner.slice(subject.address.length + 2)}
  }
  const at = owner.lastIndexOf(': ')
  return at < 0 ? {attribute: owner} : {address: owner.slice(0, at), attribute: owner.slice(at + 2)}
}
