import {isWithin} from '../model/path.ts'
import type {GeneratedObject} from './derived.ts'

/** Tells whether a reader that answers in the CloudFormation schema can show a canonical path of one object type. */
export type Shape = (path: string) => boolean

/**
 * It can, where the schema has the property and does not mark it as write-only. The pseudo-properties of curated entries (`BucketPolicy`
 * of a bucket, a type of its own in CloudFormation) are none of the schema's. Below two levels everything is taken for known.
 */
export function shapeOf({has, writeOnly = []}: GeneratedObject): Shape {
  const members = new Map(has.map(nameAndMembers))
  const hidden = writeOnly.map((path) => path.replaceAll('.*', ''))
  return (path) => {
    const bare = path.replaceAll(/\[[^\]]*\]/g, '')
    if (hidden.some((part) => isWithin(bare, part))) return false
    const [name = '', member] = bare.split('.')
    const known = members.get(name)
    return known !== undefined && (member === undefined || known.length === 0 || known.includes(member))
  }
}

function nameAndMembers(text: string): readonly [string, readonly string[]] {
  const [name = '', members] = text.slice(0, text.endsWith(')') ? -1 : undefined).split('(')
  return [name, members === undefined ? [] : members.split(' ')]
}
