import {TrueupError} from '../../errors.ts'

/** Several states could not be read. One alone is thrown as it is, with its own code. */
export class UnreadableStates extends TrueupError {
  readonly problems: readonly TrueupError[]

  private constructor(problems: readonly TrueupError[]) {
    const lines = problems.map(({message}) => `  ${message}`)
    super(`${problems.length} states cannot be read:\n${lines.join('\n')}`, {
      code: 'states-unreadable',
      fault: 'user',
      hint: [...new Set(problems.map(({hint}) => hint))].join('\n'),
    })
    this.problems = problems
  }

  static of(problems: readonly TrueupError[]): TrueupError {
    const [first] = problems
    return first !== undefined && problems.length === 1 ? first : new UnreadableStates(problems)
  }
}
