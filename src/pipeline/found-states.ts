import type {FindStored, StoredState} from '../model/stored-state.ts'

/** Remembers what is found at the URLs of states: code names its own only by its folder, and keys are known once a state was read. */
export class FoundStates {
  readonly #found = new Map<string, readonly StoredState[]>()
  readonly findStored: FindStored | undefined

  constructor(findStored: FindStored | undefined) {
    this.findStored =
      findStored &&
      (async (url, signal) => {
        const states = await findStored(url, signal)
        this.#found.set(url, states)
        return states
      })
  }

  at(url: string): readonly StoredState[] {
    return this.#found.get(url) ?? []
  }

  all(): readonly StoredState[] {
    return [...this.#found.values()].flat()
  }
}
