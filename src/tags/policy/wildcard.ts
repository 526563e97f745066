/** Whether the text is the wildcard's, where `*` stands for any text, also none. Everything else is literal. */
export function matchesWildcard(wildcard: string, text: string): boolean {
  const [head = '', ...rest] = wildcard.split('*')
  const tail = rest.pop()
  if (tail === undefined) return wildcard === text
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false
  return holdsInOrder(text.slice(head.length, text.length - tail.length), rest)
}

/** The leftmost place of each part leaves the most room for the next, so no backtracking is needed. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

export function matchesAny(wildcards: readonly string[], text: string): boolean {
  return wildcards.some((wildcard) => matchesWildcard(wildcard, text))
}
