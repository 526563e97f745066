import {isArray, type Value} from '../model/value.ts'
import type {ProjectedElement} from './entry.ts'

/** A membership is a property of the user: `Groups` of AWS::IAM::User; groups have no list of members in CloudFormation. */
export function membership(group: Value, attribute: string): ProjectedElement {
  return {path: 'Groups', element: group, attribute}
}

export function namesOf(value: Value | undefined): readonly string[] {
  return isArray(value) ? value.flatMap((name) => (typeof name === 'string' ? [name] : [])) : []
}
