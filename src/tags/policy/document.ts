import {isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair} from 'yaml'

import type {SourceRef} from '../../model/source.ts'

/** A policy file as it comes from the caller, who alone touches the file system. */
export interface PolicyText {
  readonly name: string
  readonly text: string
  /** Of AWS Organizations tag policies that merge: where they are attached, counted from the root, which is 0. */
  readonly level?: number
}

export type PolicyPath = readonly PropertyKey[]

/** Something wrong with a policy, at a place that a person can open. */
export interface PolicyProblem {
  readonly source: SourceRef
  readonly message: string
}

/** Parsed YAML that remembers where everything stands. */
export interface PolicyDocument {
  readonly data: unknown
  readonly problems: readonly PolicyProblem[]
  /** Where the value at the path begins, or its key; the nearest place above where there is none. */
  at(path: PolicyPath, part?: 'key' | 'value'): SourceRef
}

/**
 * YAML 1.2, and so JSON; duplicate keys, several documents and more than 100 aliases are problems.
 * @param exactIntegers integers come as bigint, however long they are
 */
export function parsePolicyText({name, text}: PolicyText, {exactIntegers = false} = {}): PolicyDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, intAsBigInt: exactIntegers})
  const place = (offset: number): SourceRef => {
    const {line, col} = lines.linePos(offset)
    return {file: name, line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const problems = document.errors.map(({pos, message}) => ({
    source: place(pos[0]),
    message: `not valid YAML: ${message}`,
  }))
  const read = problems.length > 0 ? {data: undefined, problems} : readData(document, place)
  return {...read, at: (path, part = 'value') => place(offsetOf(document, path, part))}
}

function readData(document: Document, place: (offset: number) => SourceRef): Pick<PolicyDocument, 'data' | 'problems'> {
  try {
    return {data: document.toJS() as unknown, problems: []}
  } catch (error) {
    const message = `not valid YAML: ${error instanceof Error ? error.message : String(error)}`
    return {data: undefined, problems: [{source: place(0), message}]}
  }
}

function offsetOf(document: Document, path: PolicyPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, step] of path.entries()) {
    const pair = pairOf(node, step)
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
    const place = pair && (part === 'key' && depth === path.length - 1 ? pair.key : (node ?? pair.key))
    offset = startOf(place ?? node) ?? offset
  }
  return offset
}

function pairOf(node: unknown, key: PropertyKey): Pair | undefined {
  if (!isMap(node)) return undefined
  return node.items.find((pair) => (isScalar(pair.key) ? pair.key.value : pair.key) === key)
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
