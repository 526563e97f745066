/** A node of hcl2json's expression trees, as far as it is used. Ranges count bytes and, for most nodes, cover the first token alone. */
export interface SyntaxNode {
  readonly type: string
  readonly children: readonly SyntaxNode[]
  readonly range: {readonly start: {readonly byte: number}; readonly end: {readonly byte: number}}
  readonly meta?: NodeMeta
}

interface NodeMeta {
  /** The source text of the whole node. */
  readonly value?: string
  readonly type?: string
  readonly name?: string
  readonly operator?: string
  readonly traversal?: readonly {readonly type: 'nameTraversal' | 'indexTraversal'; readonly segment: string}[]
  readonly expandedFinalArgument?: boolean
  readonly groupedValue?: boolean
  readonly keyVar?: string
  readonly valVar?: string
  readonly keyExpression?: string
  readonly conditionalExpression?: string
  readonly openRangeValue?: string
}
