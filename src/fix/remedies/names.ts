/** Proposes addresses that nobody has yet, each once. */
export class Names {
  readonly #taken: Set<string>

  /** @param taken addresses of the root module, without keys of instances: `aws_vpc.main` */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** `aws_sqs_queue.orders`: the type, and a name in the letters that a name takes, with a number where there is one already. */
  propose(type: string, name: string): string {
    const plain = identifierOf(name)
    let address = `${type}.${plain}`
    for (let number = 2; this.#taken.has(address); number++) address = `${type}.${plain}_${number}`
    this.#taken.add(address)
    return address
  }
}

const longest = 64

/** https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers, in the letters that all tools take. */
function identifierOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, longest)
    .replace(/_+$/, '')
  if (plain === '') return 'unnamed'
  return /^[0-9]/.test(plain) ? `_${plain}` : plain
}
