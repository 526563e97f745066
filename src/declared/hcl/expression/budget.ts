import {EvaluationError} from './evaluation-error.ts'

/** Bounds for configurations that were made to be expensive; real ones use a thousandth of it. */
export class Budget {
  #steps: number
  #depth = 0
  #instances = 0

  constructor(steps: number) {
    this.#steps = steps
  }

  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new EvaluationError('the configuration takes too many steps to evaluate')
  }

  /** Of resources and modules, in all. */
  addInstances(count: number): void {
    if (this.isFull || this.#instances + count > mostInstances) {
      this.#instances = mostInstances
      throw new EvaluationError(`the configuration has more than ${mostInstances} instances of resources and modules`)
    }
    this.#instances += count
  }

  /** Whether there were more instances than are looked at. */
  get isFull(): boolean {
    return this.#instances >= mostInstances
  }

  /** The stack of JavaScript is finite; a clear message comes before its end. */
  nested<T>(evaluate: () => T): T {
    if (this.#depth >= mostNested) throw new EvaluationError('expressions refer to each other too deeply')
    this.#depth++
    try {
      return evaluate()
    } finally {
      this.#depth--
    }
  }
}

const mostNested = 250

/** The largest known states have some ten thousand. */
const mostInstances = 50_000

/** No attribute of AWS takes a longer text. */
export const longestText = 16 * 1024 * 1024
