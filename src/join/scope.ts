import type {DeclaredResource} from '../model/declared.ts'

/** Managed, current resources of the AWS provider; everything else (data sources, deposed objects, other providers) is counted only. */
export function isInScope(resource: DeclaredResource): boolean {
  return resource.mode === 'managed' && resource.deposed === undefined && resource.type.startsWith('aws_')
}

/** What a replacement that creates first has still to destroy. */
export function isDeposed({mode, deposed, type}: DeclaredResource): boolean {
  return mode === 'managed' && deposed !== undefined && type.startsWith('aws_')
}
