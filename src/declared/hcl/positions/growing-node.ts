import type {PositionNode, Step, Thing} from './position-tree.ts'

/** A node of the tree while it is built. */
export class GrowingNode implements PositionNode {
  readonly thing: Thing | undefined
  readonly children = new Map<Step, PositionNode>()
  everyElement: PositionNode | undefined

  constructor(thing?: Thing) {
    this.thing = thing
  }

  /** The node for what comes before a body: type and labels. */
  below(steps: readonly string[]): BlockGroup {
    const [step = '', ...more] = steps
    const known = this.children.get(step)
    const node = known instanceof BlockGroup ? known : new BlockGroup()
    this.children.set(step, node)
    return more.length === 0 ? node : node.below(more)
  }
}

/** The blocks of one name in one body. */
export class BlockGroup extends GrowingNode {
  /** Blocks in the source, whether written out or made by `dynamic`. */
  size = 0
  #countable = true

  add(block: PositionNode): void {
    if (this.#countable) this.children.set(this.size, block)
    else this.everyElement = undefined
    this.size++
  }

  /** A `dynamic` block makes any number of blocks: which index those behind it have is unknown, unless nothing comes after. */
  addMany(every: PositionNode): void {
    this.everyElement = this.#countable ? every : undefined
    this.#countable = false
    this.size++
  }
}
