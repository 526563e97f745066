import {TrueupError} from '../../errors.ts'
import type {DeclaredResource} from '../../model/declared.ts'
import type {Gap} from '../../model/gap.ts'
import type {StoredState} from '../../model/stored-state.ts'
import {findStates, unreadable} from './find-states.ts'
import {openState, type StateInput} from './open-state.ts'
import {parseState} from './parse-state.ts'
import {ahead} from './read-ahead.ts'
import type {StateHead} from './state-head.ts'
import {toDeclared} from './to-declared.ts'
import {UnreadableStates} from './unreadable-states.ts'

export type StateEvent =
  | {readonly kind: 'resource'; readonly resource: DeclaredResource}
  /** Something about the state that Terraform itself would refuse; the resources were read all the same. */
  | {readonly kind: 'gap'; readonly gap: Gap}
  /** After the last resource of the file: its serial may be the file's last word. */
  | ({
      readonly kind: 'state'
      readonly file: string
      readonly resources: number
      /** ISO 8601; absent where nobody knows. */
      readonly writtenAt?: string
    } & StateHead)

/** States that are opened, and of which the first bytes are read, while one is parsed. */
const readAhead = 3

/**
 * Reads Terraform and OpenTofu states of format 4: files, directories, globs, URLs, `-` for standard input; each file once. Memory holds
 * the resources of a megabyte at a time. Every file is tried; when any could not be read, the generator fails after the last one with all of them.
 */
export async function* readStates(patterns: readonly string[], io: StateInput = {}): AsyncGenerator<StateEvent> {
  for await (const events of readStatesByChunk(patterns, io)) for (const event of events) yield event
}

/** The same, all at once that a piece of a file completes: a turn of the event loop for each event is much of the time. */
export async function* readStatesByChunk(
  patterns: readonly string[],
  io: StateInput = {},
): AsyncGenerator<readonly StateEvent[]> {
  const {states, problems: notFound} = await findStates(patterns, io)
  const problems = [...notFound]
  for (const [state, bytes] of ahead(states, readAhead, (next) => openState(next, io.signal))) {
    try {
      // Not yield*, which costs several turns of the event loop for each item.
      for await (const events of readState(state, bytes, io)) yield events
    } catch (error) {
      if (io.signal?.aborted) throw error
      problems.push(asProblem(state.name, error))
    }
  }
  if (problems.length > 0) throw UnreadableStates.of(problems)
}

/** Failures of the file system and of unpacking have a code; all others are faults of ours and go on. */
function asProblem(file: string, error: unknown): TrueupError {
  if (error instanceof TrueupError) return error
  if (error instanceof Error && 'code' in error) return unreadable(file, error)
  throw error
}

async function* readState(
  state: StoredState,
  bytes: AsyncIterable<Uint8Array>,
  {signal}: StateInput,
): AsyncGenerator<readonly StateEvent[]> {
  const {name} = state
  const seen = new SeenObjects()
  const parsing = parseState(bytes, name)
  let next = await parsing.next()
  while (!next.done) {
    signal?.throwIfAborted()
    yield next.value.map((instance) => {
      const resource = toDeclared(instance, name)
      seen.add(resource)
      return {kind: 'resource', resource}
    })
    next = await parsing.next()
  }
  if (seen.repeated.size > 0) yield [{kind: 'gap', gap: repeatedGap(name, seen.repeated)}]
  const writtenAt = await state.writtenAt?.()
  yield [
    {kind: 'state', file: name, resources: seen.count, ...(writtenAt === undefined ? {} : {writtenAt}), ...next.value},
  ]
}

class SeenObjects {
  readonly repeated = new Set<string>()
  readonly #objects = new Set<string>()
  count = 0

  add({address, deposed}: DeclaredResource): void {
    const object = deposed === undefined ? address : `${address} ${deposed}`
    if (this.#objects.has(object)) this.repeated.add(address)
    this.#objects.add(object)
    this.count++
  }
}

/**
 * Terraform refuses a state that records two objects under one address. Both are read, since both may exist, but findings on them
 * cannot be told apart.
 */
function repeatedGap(file: string, addresses: ReadonlySet<string>): Gap {
  return {
    reason: 'ambiguous',
    detail: 'the state records more than one object under the same address, which Terraform refuses to read',
    hides: {count: addresses.size, examples: [...addresses].slice(0, 5)},
    source: {file},
  }
}
