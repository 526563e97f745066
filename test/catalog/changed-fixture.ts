import type {LiveObject} from '../../src/model/live.ts'
import {isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'
import {check} from './check-fixture.ts'
import type {TypeFixture} from './type-fixtures.ts'

/** `code address path` of each finding, once the live object was changed. */
export function findingsAfter(
  fixture: TypeFixture,
  id: string,
  change: (properties: ValueRecord) => ValueRecord,
): readonly string[] {
  const {findings} = check(fixture, new Map(fixture.objects.filter((object) => object.id === id).map(changed(change))))
  return findings.map((finding) =>
    `${finding.code} ${finding.subject.address} ${'path' in finding ? finding.path : ''}`.trim(),
  )
}

function changed(change: (properties: ValueRecord) => ValueRecord) {
  return (object: LiveObject): readonly [LiveObject, LiveObject] => [
    object,
    {...object, properties: change(object.properties)},
  ]
}

export function without(name: string) {
  return (properties: ValueRecord): ValueRecord =>
    Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name))
}

/** One more element in the list at a property, or in the list below it. */
export function withElement(path: readonly [string, string?], element: Value) {
  return (properties: ValueRecord): ValueRecord => {
    const [name, member] = path
    const value = properties[name]
    if (member === undefined) return {...properties, [name]: [...listOf(value), element]}
    const record = value !== undefined && isRecord(value) ? value : {}
    return {...properties, [name]: {...record, [member]: [...listOf(record[member]), element]}}
  }
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : []
}
