/** What the evaluation of configurations came to. */
export class CodeOutcome {
  readonly #counts = new Map<string, number>()
  /** Addresses and paths, never a value: it may be a secret. */
  readonly differing: string[] = []
  readonly crashes: string[] = []

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
  }

  /** Goes on after a crash: the others count as well. */
  async guard(name: string, evaluate: () => Promise<void>): Promise<void> {
    try {
      await evaluate()
    } catch (error) {
      this.crashes.push(`${name}: ${String(error)}`)
    }
  }

  /** A line for each thing that was counted, in the order of their names. */
  print(part: string): void {
    console.log(`${part}: ${this.crashes.length} crashes`)
    for (const [what, times] of [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`  ${String(times).padStart(6)}  ${what}`)
    for (const line of this.differing) console.log(`      ${line}`)
    console.log()
  }
}
