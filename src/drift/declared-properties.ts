import type {JoinedObject} from '../join/joined.ts'
import {keysOf} from '../model/path.ts'
import {Unknown, type ValueRecord} from '../model/value.ts'
import {setAt, writeCanonical, type Mutable} from './canonical.ts'
import {planOf} from './plan.ts'

/** The canonical properties of an object as its resources declare it: what it was, where it is no longer live. */
export function declaredProperties({shares}: JoinedObject): ValueRecord {
  const properties: Mutable = {}
  for (const {resource, entry, projection} of shares) {
    if (projection === 'table') {
      writeCanonical(planOf(entry), resource.attributes, properties)
      continue
    }
    for (const {path, value} of projection.properties ?? []) {
      if (value !== null && !(value instanceof Unknown)) setAt(properties, keysOf(path), value)
    }
  }
  return properties
}
