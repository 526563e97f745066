/**
 * What the parser can take: Go in WebAssembly recurses on the stack of JavaScript, and neither an overflow nor the end of its memory
 * leaves it usable (its thread ends). Whatever is nested deeper than anyone writes is refused before it gets there.
 */
const deepest = 200
const longestChain = 400

/** @throws Error with a reason for a person */
export function checkNesting(text: string): void {
  if (isTooDeep(text)) throw new Error('is nested too deeply to be parsed')
}

/** The line on which brackets are open deepest: the first to look at where nothing else is known. */
export function deepestLine(text: string): number {
  let [depth, deepestSoFar, line, found] = [0, 0, 1, 1]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x0a) line++
    else if (isOpening(code)) depth++
    else if (isClosing(code)) depth = Math.max(0, depth - 1)
    if (depth > deepestSoFar) [deepestSoFar, found] = [depth, line]
  }
  return found
}

function isOpening(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b
}

function isClosing(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d
}

/** Brackets in texts and comments count as well: that errs on the safe side, and they come in pairs. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isOpening(code)) depth++
    else if (isClosing(code)) depth = Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return /[!-]{1000}/.test(text)
}

/** Syntax trees of operators grow with the square of their number. What stands in quotes is mostly no operator. */
export function isTooLong(template: string): boolean {
  const code = template.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '""')
  return isTooDeep(template) || (code.match(/\$\{[^}]*/g) ?? []).some((part) => operators(part) > longestChain)
}

function operators(expression: string): number {
  return expression.match(/\?|&&|\|\||[!=<>]=|[+*/%!<>]|-(?=[\s(])/g)?.length ?? 0
}
