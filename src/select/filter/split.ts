/** An expression in parts, as far as signs outside of quotes and brackets separate it. */
export interface Split {
  readonly parts: readonly string[]
  /** Whether all parts have to hold: nothing but `&&` separates them. */
  readonly isConjunction: boolean
}

const openers = '([{'
const closers = ')]}'

/** At each `&&`, `||` and `|` that stands at the top. */
export function splitAtTop(expression: string): Split {
  const parts: string[] = []
  let part = ''
  let depth = 0
  let quote: string | undefined
  let isConjunction = true
  for (let at = 0; at < expression.length; at++) {
    const sign = expression.charAt(at)
    const two = expression.slice(at, at + 2)
    if (quote === undefined && depth === 0 && (two === '&&' || sign === '|')) {
      isConjunction &&= two === '&&'
      parts.push(part)
      part = ''
      if (two === '&&' || two === '||') at++
      continue
    }
    part += sign
    if (quote !== undefined) {
      if (sign === '\\') part += expression.charAt(++at)
      else if (sign === quote) quote = undefined
    } else if (`'"\``.includes(sign)) quote = sign
    else if (openers.includes(sign)) depth++
    else if (closers.includes(sign)) depth--
  }
  return {parts: [...parts, part].map((one) => one.trim()), isConjunction}
}
