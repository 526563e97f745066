import type {DeclaredResource} from '../model/declared.ts'

/** Managed, current resources of the AWS provider; everything else (data sources, deposed objects, other providers) is counted only. */
export function isInScope(resource: DeclaredResource): boolean {
  return resource.mode === 'managed' && resource.deposed === undefined && resource.type.startsWith('aws_')
}
