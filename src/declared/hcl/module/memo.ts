import {Unknown} from '../../../model/value.ts'
import type {Budget} from '../expression/budget.ts'
import {messageOf} from '../expression/settle.ts'
import type {LanguageValue} from '../language-value.ts'

/**
 * Named things that are computed when they are first asked for, once. One that is asked for while it is computed depends on itself:
 * it is unknown, with the circle as its reason.
 */
export class Memo {
  readonly #budget: Budget
  readonly #running = new Set<string>()

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** @param reference the name as a person writes it: `local.tags` */
  value(reference: string, compute: () => LanguageValue): () => LanguageValue {
    return this.once(reference, compute, (unknown) => unknown)
  }

  /**
   * @param reference a name, or words and a name: `the number of aws_instance.web`
   * @param otherwise what stands in where the computation fails, or depends on itself
   */
  once<T>(reference: string, compute: () => T, otherwise: (unknown: Unknown) => T): () => T {
    let known: {readonly value: T} | undefined
    return () => {
      known ??= {value: this.#compute(reference, compute, otherwise)}
      return known.value
    }
  }

  #compute<T>(reference: string, compute: () => T, otherwise: (unknown: Unknown) => T): T {
    if (this.#running.has(reference)) return otherwise(new Unknown(this.#circle(reference), nameIn(reference)))
    this.#running.add(reference)
    try {
      return this.#budget.nested(compute)
    } catch (error) {
      return otherwise(new Unknown(messageOf(error), nameIn(reference)))
    } finally {
      this.#running.delete(reference)
    }
  }

  #circle(reference: string): string {
    const running = [...this.#running]
    return `it depends on itself: ${[...running.slice(running.indexOf(reference)), reference].join(' -> ')}`
  }
}

function nameIn(reference: string): string {
  return reference.split(' of ').at(-1) ?? reference
}
