import {EvaluationError} from './evaluation-error.ts'

/** Bounds for configurations that were made to be expensive; real ones use a thousandth of it. */
export class Budget {
  #steps: number
  #depth = 0

  constructor(steps: number) {
    this.#steps = steps
  }

  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new EvaluationError('the configuration takes too many steps to evaluate')
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

/** No attribute of AWS takes a longer text. */
export const longestText = 16 * 1024 * 1024
