/** Where accounts end, in a file that has what is of no account first and then one account after another. */
export class AccountOrder {
  readonly #ended = new Set<string>()
  #open: string | undefined

  /** The account that the lines are of; undefined before the first. */
  get open(): string | undefined {
    return this.#open
  }

  /**
   * Takes the account of the next line, undefined or empty for none.
   *
   * @returns the account that ended with the line before, if one did; `disorder` where the line stands among those of others
   */
  next(account: string | undefined): {readonly ended?: string} | 'disorder' {
    const former = this.#open
    const own = account === '' ? undefined : account
    if (own === former) return {}
    if (own === undefined || this.#ended.has(own)) return 'disorder'
    this.#open = own
    if (former === undefined) return {}
    this.#ended.add(former)
    return {ended: former}
  }
}
