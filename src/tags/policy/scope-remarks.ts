import {isTaggable, taggableTypes} from '../../catalog/taggable.ts'
import type {PolicyPath} from './document.ts'
import {didYouMean} from './nearest.ts'
import {isWildcard, matchesWildcard} from '../../model/wildcard.ts'
import type {Remark} from './remark.ts'
import type {ScopeFields} from './schema.ts'

const region = /^(?:[a-z]{2,4}(?:-[a-z]+)+-\d+|global)$/

/** Types and regions that nothing can ever match: a typo there would read as "no violations". */
export function scopeRemarks(scope: ScopeFields | undefined, path: PolicyPath): readonly Remark[] {
  return [
    ...(scope?.types ?? []).flatMap((type, index) => remark([...path, 'types', index], typeFault(type))),
    ...(scope?.regions ?? []).flatMap((name, index) => remark([...path, 'regions', index], regionFault(name))),
  ]
}

function remark(path: PolicyPath, message: string | undefined): readonly Remark[] {
  return message === undefined ? [] : [{path, message}]
}

function typeFault(type: string): string | undefined {
  if (isWildcard(type)) {
    const found = taggableTypes.some((name) => matchesWildcard(type, name))
    return found ? undefined : `"${type}" matches no Terraform type that can be tagged`
  }
  if (isTaggable(type)) return undefined
  if (type.startsWith('AWS::')) return `"${type}" is a CloudFormation type; name the Terraform type, as aws_instance`
  return `"${type}" is no Terraform type that can be tagged${didYouMean(type, taggableTypes)}`
}

function regionFault(name: string): string | undefined {
  if (isWildcard(name) || region.test(name)) return undefined
  return `"${name}" is no region; allowed are names as us-east-1, wildcards as us-*, and global`
}
