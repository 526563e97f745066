import type {Span} from './text-places.ts'

/** `['resource', 'aws_instance', 'web', 'root_block_device', 0, 'volume_size']`. */
export type Path = readonly Step[]
export type Step = string | number

/** Something in a configuration that has a name, or an index in a list. */
export interface Thing {
  readonly kind: 'block' | 'attribute' | 'key' | 'element'
  /**
   * Blocks inside blocks have an index among those of their name, in the order of the source; on top of a file only repeated
   * ones have. `*` stands for all that a `for` expression makes.
   */
  readonly path: Path
  /** Where a person looks: type and labels of a block, the name of an attribute, the key, all of an element. */
  readonly name: Span
  readonly range: Span
  /** The expression; absent in blocks. */
  readonly value?: Span
  /** A key in `merge` that an argument after it may override with what cannot be read here. */
  readonly overridable?: true
}

/** What a path is looked up in. */
export interface PositionNode {
  readonly thing?: Thing | undefined
  readonly children: ReadonlyMap<Step, PositionNode>
  /** What `dynamic` and `for` make: it stands for each index, or each key, that `children` lacks. */
  readonly everyElement?: PositionNode | undefined
  readonly everyKey?: PositionNode | undefined
}

/** The thing at a path, or the nearest one around it. */
export function nearestThing(root: PositionNode, path: Path): Thing | undefined {
  let node = root
  let nearest = root.thing
  for (const step of path) {
    const holder = holderOf(node, step)
    nearest = holder.thing ?? nearest
    const next = childOf(holder, step)
    if (!next) return nearest
    node = next
    nearest = node.thing ?? nearest
  }
  return node.thing ?? elementsOf(node)[0]?.thing ?? nearest
}

/** Where a step leaves out the index of a block: the only one, or the only one that has it, as one of many `locals`. */
function holderOf(node: PositionNode, step: Step): PositionNode {
  if (typeof step === 'number' || node.children.has(step)) return node
  const elements = elementsOf(node)
  const holders = elements.length > 1 ? elements.filter(({children}) => children.has(step)) : elements
  const [holder] = holders
  return holder && holders.length === 1 ? holder : node
}

function childOf(node: PositionNode, step: Step): PositionNode | undefined {
  const child = node.children.get(step)
  if (child || typeof step === 'string') return child ?? node.everyKey
  // A single nested block has index 0, and JSON may write it without a list.
  return node.everyElement ?? (step === 0 ? node : undefined)
}

function elementsOf({children, everyElement}: PositionNode): PositionNode[] {
  const elements = [...children].filter(([step]) => typeof step === 'number').map(([, element]) => element)
  return everyElement ? [...elements, everyElement] : elements
}
