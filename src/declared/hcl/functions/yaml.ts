import {isAlias, isMap, isScalar, isSeq, parseAllDocuments} from 'yaml'
import type {Document, ParsedNode, Scalar, YAMLMap} from 'yaml'

import {isObject} from '../language-value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {toText} from './conversions.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'
import {Unknowable} from './unknowable.ts'
import {yamlText} from './yaml-encode.ts'
import {plainScalar, taggedScalar} from './yaml-scalar.ts'

const mostNodes = 100_000

const ownTags = 'tag:yaml.org,2002:'

/** https://developer.hashicorp.com/terraform/language/functions/yamldecode */
export const yaml: {readonly [name: string]: TerraformFunction} = {
  yamldecode: define([text], ([source]) => decode(source)),
  yamlencode: define([(value) => value], ([value]) => yamlText(value)),
}

/** Scalars are read as text, and given their meaning here: Terraform's is neither that of YAML 1.1 nor that of 1.2. */
function decode(source: string): LanguageValue {
  const documents = parseAllDocuments(source.replaceAll(/\r\n?/g, '\n'), {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const document = documents.length === 1 ? documents[0] : undefined
  if (!document?.contents) throw new FunctionError('exactly one YAML document is required')
  if (document.errors.length > 0) throw new FunctionError('the argument is not valid YAML')
  return new Decoder(document).decode(document.contents)
}

type Node = ParsedNode | null

class Decoder {
  readonly #document: Document.Parsed
  readonly #within = new Set<Node>()
  #nodes = 0

  constructor(document: Document.Parsed) {
    this.#document = document
  }

  /** Aliases may multiply; a node inside itself has no value. */
  decode(node: Node): LanguageValue {
    this.#nodes += 1
    if (this.#nodes > mostNodes) throw new Unknowable('a document of more than 100000 nodes')
    if (node === null) return null
    if (isAlias(node)) return this.decode(this.#target(node.resolve(this.#document)))
    if (isScalar(node)) return scalar(node)
    if (this.#within.has(node)) throw new FunctionError('a value contains itself')
    this.#within.add(node)
    const value = this.#collection(node)
    this.#within.delete(node)
    return value
  }

  #target(node: unknown): Node {
    if (node === undefined) throw new FunctionError('an alias refers to no anchor')
    return node as Node
  }

  #collection(node: Node): LanguageValue {
    if (isSeq(node)) {
      expectTag(node?.tag, 'seq')
      return node.items.map((item) => this.decode(item as Node))
    }
    if (!isMap(node)) throw new FunctionError('a node of an unknown kind')
    expectTag(node.tag, 'map')
    return this.#map(node)
  }

  #map(node: YAMLMap): LanguageObject {
    const entries = node.items.flatMap(({key, value}) => {
      const content = this.decode(value as Node)
      return isMergeKey(key) ? Object.entries(merged(content)) : [[this.#key(key as Node), content] as const]
    })
    return Object.fromEntries(entries)
  }

  #key(node: Node): string {
    const name = toText(this.decode(node))
    if (typeof name !== 'string') throw new FunctionError('a mapping key must not be null')
    return name
  }
}

function scalar(node: Scalar): LanguageValue {
  const source = node.source ?? ''
  if (node.tag?.startsWith(ownTags)) return taggedScalar(node.tag.slice(ownTags.length), source)
  if (node.tag !== undefined) throw new FunctionError('an unsupported tag')
  return node.type === 'PLAIN' ? plainScalar(source) : source
}

function expectTag(tag: string | undefined, kind: string): void {
  if (tag !== undefined && tag !== ownTags + kind) throw new FunctionError('an unsupported tag')
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<'
}

function merged(content: LanguageValue): LanguageObject {
  if (!isObject(content)) throw new FunctionError('a merge needs a mapping')
  return content
}
