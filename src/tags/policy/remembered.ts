const remembersAtMost = 10_000

/** The same pure function, which remembers its answers for a while: an account has few different tag values. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, {readonly answer: Answer}>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.answer
    if (known.size >= remembersAtMost) known.clear()
    const fresh = {answer: answer(text)}
    known.set(text, fresh)
    return fresh.answer
  }
}
