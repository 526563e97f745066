import type {DeclaredResource} from '../model/declared.ts'
import type {Value} from '../model/value.ts'
import {declared} from './blocks.ts'
import type {OwnTarget, Projection} from './entry.ts'

/** One response, of a method or of its integration: an element of a list of the method, told by its status. */
export function methodResponse(
  path: string,
  members: {readonly [name: string]: Value | undefined},
  {attributes}: DeclaredResource,
  {id, location}: OwnTarget,
): readonly Projection[] {
  if (id === undefined) return []
  const element = {...declared(members), StatusCode: attributes['status_code'] ?? null}
  const elements = [{path, element, attribute: 'status_code', as: 'unordered', key: ['StatusCode']}] as const
  return [{objectType: 'AWS::ApiGateway::Method', id, location, elements, wholeResource: true}]
}
