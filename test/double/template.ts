/** Where a copy of a template is. */
export interface Spot {
  readonly partition: string
  readonly account: string
  readonly region: string
  readonly copy: number
}

interface Original {
  readonly account: string
  readonly region: string
  /** What ends in the number of the copy in a copy. */
  readonly names: readonly string[]
}

type Gap = keyof Spot | 'suffix'

/** A text of the public partition with gaps for partition, account, region and the number of the copy. */
export class Template {
  readonly #pieces: readonly string[]
  readonly #gaps: readonly Gap[]

  private constructor(pieces: readonly string[], gaps: readonly Gap[]) {
    this.#pieces = pieces
    this.#gaps = gaps
  }

  static of(text: string, {account, region, names}: Original): Template {
    const byLength = [...new Set(names)].toSorted((a, b) => b.length - a.length)
    const renamed = byLength.reduce((rest, name) => rest.replaceAll(guarded(name), copyOf(name)), text)
    const placed = renamed.replaceAll(account, '{account}').replaceAll(region, '{region}')
    // The documents of policies are encoded as in an URL.
    const parted = placed.replaceAll(/(?<=arn(:|%3A))aws(?=\1)/g, '{partition}')
    return Template.#ofMarked(parted.replaceAll(hosts, '$1.{suffix}'))
  }

  static #ofMarked(marked: string): Template {
    const parts = marked.split(/\{(partition|account|region|copy|suffix)\}/)
    return new Template(
      parts.filter((_, index) => index % 2 === 0),
      parts.filter((_, index) => index % 2 === 1) as Gap[],
    )
  }

  /** Another text made of this one, gaps included. */
  map(make: (text: string) => string): Template {
    const marks = this.#gaps.map((gap) => `{${gap}}`)
    return Template.#ofMarked(make(this.#pieces.map((piece, index) => piece + (marks[index] ?? '')).join('')))
  }

  at(spot: Spot): string {
    let text = this.#pieces[0] ?? ''
    for (const [index, gap] of this.#gaps.entries()) {
      text += String(gap === 'suffix' ? suffixOf(spot) : spot[gap]) + (this.#pieces[index + 1] ?? '')
    }
    return text
  }
}

/** Of endpoints, which are of a region or a bucket; a service that is trusted (`ec2.amazonaws.com`) is called so almost everywhere. */
const hosts = /(\{region\}(?:\.\w+)?|\}[\w-]*\.s3)\.amazonaws\.com/g

/** https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-arns.html */
function suffixOf({partition}: Spot): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
}

/** As a whole word: `labels` is no part of `labels-dead`. */
function guarded(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w.-])${name.replaceAll(/[^\w-]/g, String.raw`\$&`)}(?![\w-]|\.\w)`, 'g')
}

/** Names of FIFO queues and topics have to end so. */
function copyOf(name: string): string {
  return name.endsWith('.fifo') ? `${name.slice(0, -5)}-c{copy}.fifo` : `${name}-c{copy}`
}

/** The number of the copy in the identifier or the name of one. */
export function copyIn(id: string): number | undefined {
  const [, copy] = /-c(\d+)(?:\.fifo)?(?=$|[/:|])/.exec(id) ?? []
  return copy === undefined ? undefined : Number(copy)
}
