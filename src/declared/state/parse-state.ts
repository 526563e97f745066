import type {Json} from '../../model/value.ts'
import {isRecord} from '../../model/value.ts'
import {elements, endOfInput, JsonCursor, members, parseSlice, type Slice, type Wait} from './json-cursor.ts'
import {checkHead, type StateHead} from './state-head.ts'
import {stateError} from './state-errors.ts'

/** One element of `resources[*].instances[*]` with what its resource says of all instances. */
export interface RecordedInstance {
  readonly resource: Readonly<Record<string, Json>>
  readonly instance: Readonly<Record<string, Json>>
  /** Where the instance begins in the file. */
  readonly line: number
  readonly column: number
}

/** Members of the top level that are read; outputs and check results are passed over, unread. */
const headMembers = new Set(['version', 'terraform_version', 'serial', 'lineage', 'backend', 'remote', 'state_store'])

/**
 * Reads a state as its bytes come, instance by instance, whatever the order of its members. The head, with the serial number and
 * the like, is what the generator returns in the end.
 */
export async function* parseState(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<RecordedInstance, StateHead> {
  const cursor = new JsonCursor(file)
  const found: RecordedInstance[] = []
  const reading = readState(cursor, file, (instance) => found.push(instance))
  for await (const chunk of chunks) {
    cursor.push(chunk)
    reading.next()
    yield* found.splice(0)
  }
  cursor.close()
  const last = reading.next()
  yield* found.splice(0)
  if (!last.done) throw cursor.fault()
  return last.value
}

type Emit = (instance: RecordedInstance) => void

function* readState(cursor: JsonCursor, file: string, emit: Emit): Wait<StateHead> {
  const head = new Map<string, unknown>()
  const first = yield* cursor.peek()
  if (first === endOfInput) throw stateError('state-empty', {file})
  if (first === 0x5b || first === 0x22) throw stateError('not-a-state', {file}, {member: 'it is not an object'})
  yield* members(cursor, function* (name) {
    head.set(name, undefined)
    if (name === 'resources') yield* readResources(cursor, file, emit)
    else if (headMembers.has(name)) head.set(name, parseSlice(yield* cursor.cut(), file))
    else yield* cursor.skip()
  })
  if ((yield* cursor.peek()) !== endOfInput) throw cursor.fault()
  return checkHead(head, file)
}

/** Terraform writes `[]` for no resources; states of other tools say null. */
function* readResources(cursor: JsonCursor, file: string, emit: Emit): Wait<void> {
  if (yield* isNull(cursor, file, 'resources is not a list')) return
  yield* elements(cursor, function* () {
    const {line, column} = cursor.place
    const resource: Record<string, Json> = {}
    const slices: Slice[] = []
    yield* members(cursor, function* (name) {
      if (name === 'instances') yield* readInstances(cursor, file, slices)
      else resource[name] = parseSlice(yield* cursor.cut(), file) as Json
    })
    checkResource(resource, {file, line, column})
    for (const slice of slices) {
      const instance = parseSlice(slice, file)
      if (!isRecord(instance)) throw malformed(file, slice, 'an instance is not an object')
      emit({resource, instance: instance as RecordedInstance['instance'], line: slice.line, column: slice.column})
    }
  })
}

/**
 * Terraform writes `instances` last, but tools that sort keys write it first, before the type and name that an address needs. So
 * the instances of one resource are kept as text until the resource ends.
 */
function* readInstances(cursor: JsonCursor, file: string, slices: Slice[]): Wait<void> {
  if (yield* isNull(cursor, file, 'instances is not a list')) return
  yield* elements(cursor, function* () {
    slices.push(yield* cursor.cut())
  })
}

function* isNull(cursor: JsonCursor, file: string, complaint: string): Wait<boolean> {
  const first = yield* cursor.peek()
  if (first === 0x5b) return false
  const slice = yield* cursor.cut()
  if (parseSlice(slice, file) === null) return true
  throw malformed(file, slice, complaint)
}

function checkResource(resource: Readonly<Record<string, Json>>, where: {file: string; line: number; column: number}) {
  for (const name of ['type', 'name'] as const) {
    if (typeof resource[name] !== 'string') throw malformed(where.file, where, `a resource has no ${name}`)
  }
  if (resource['mode'] !== 'managed' && resource['mode'] !== 'data') {
    throw malformed(where.file, where, 'a resource is neither managed nor data')
  }
}

function malformed(file: string, {line, column}: {line: number; column: number}, member: string) {
  return stateError('state-malformed', {file, line, column}, {member})
}
