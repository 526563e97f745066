import type {Json} from '../../model/value.ts'
import {isArray, isRecord} from '../../model/value.ts'
import {endOfInput, JsonCursor, type Slice, type Wait} from './json-cursor.ts'
import {elements, members} from './json-walk.ts'
import {parseSlice} from './parse-slice.ts'
import {checkHead, type StateHead} from './state-head.ts'
import {stateError} from './state-errors.ts'

/** One element of `resources[*].instances[*]` with what its resource says of all instances. */
export interface RecordedInstance {
  readonly resource: JsonObject
  readonly instance: JsonObject
  readonly place: Place
}

/** Where the resource begins in the file. */
export interface Place {
  readonly line: number
  readonly column: number
}

type JsonObject = Readonly<Record<string, Json>>

/** Members of the top level that are read; outputs and check results are passed over, unread. */
const headMembers = new Set(['version', 'terraform_version', 'serial', 'lineage', 'backend', 'remote', 'state_store'])

/** Resources up to this size are parsed as a whole, which is fastest; larger ones, with thousands of instances, one by one. */
const wholeResource = 1 << 20

/**
 * Reads a state as its bytes come, whatever the order of its members; yields what each chunk completed. The head, with the serial
 * number and the like, is what the generator returns in the end.
 */
export async function* parseState(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly RecordedInstance[], StateHead> {
  const cursor = new JsonCursor(file)
  const found: RecordedInstance[] = []
  const reading = readState(cursor, file, (instance) => found.push(instance))
  const goOn = function* () {
    for (let step = reading.next(); ; step = reading.next()) {
      if (found.length > 0) yield found.splice(0)
      if (step.done || step.value === 'bytes') return step
    }
  }
  for await (const chunk of chunks) {
    cursor.push(chunk)
    yield* goOn()
  }
  cursor.close()
  const last = yield* goOn()
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
    yield* cursor.peek()
    const {line, column} = cursor.place
    const resource = cursor.takeByLines(wholeResource, parsed)
    const slice = resource ? undefined : yield* cursor.cutUpTo(wholeResource)
    if (resource) emitAll(resource, file, {line, column}, emit)
    else if (slice) emitAll(parseSlice(slice, file) as JsonObject, file, slice, emit)
    else yield* readLargeResource(cursor, file, emit)
  })
}

function parsed(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return undefined
  }
}

function emitAll({instances, ...resource}: JsonObject, file: string, place: Place, emit: Emit): void {
  checkResource(resource, file, place)
  const list = instances ?? []
  if (!isArray(list)) throw malformed(file, place, 'instances is not a list')
  for (const instance of list) emit({resource, instance: checkInstance(instance, file, place), place})
}

/**
 * Terraform writes `instances` last, but tools that sort keys write it first, before the type and name that an address needs. So
 * the instances are kept as text until the resource ends, and only then parsed, one by one.
 */
function* readLargeResource(cursor: JsonCursor, file: string, emit: Emit): Wait<void> {
  const resource: Record<string, Json> = {}
  const slices: Slice[] = []
  const {line, column} = cursor.place
  yield* members(cursor, function* (name) {
    if (name === 'instances') yield* readInstances(cursor, file, slices)
    else resource[name] = parseSlice(yield* cursor.cut(), file) as Json
  })
  const place = {line, column}
  checkResource(resource, file, place)
  for (const slice of slices) {
    emit({resource, instance: checkInstance(parseSlice(slice, file), file, slice), place})
    yield 'pause'
  }
}

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

function checkResource(resource: JsonObject, file: string, place: Place): void {
  for (const name of ['type', 'name'] as const) {
    if (typeof resource[name] !== 'string') throw malformed(file, place, `a resource has no ${name}`)
  }
  if (resource['mode'] !== 'managed' && resource['mode'] !== 'data') {
    throw malformed(file, place, 'a resource is neither managed nor data')
  }
}

function checkInstance(instance: unknown, file: string, place: Place): JsonObject {
  if (!isRecord(instance)) throw malformed(file, place, 'an instance is not an object')
  return instance as JsonObject
}

function malformed(file: string, {line, column}: Place, member: string) {
  return stateError('state-malformed', {file, line, column}, {member})
}
