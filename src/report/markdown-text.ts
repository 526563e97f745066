import {harmless} from './harmless.ts'

/** In a code span nothing is a link, a mention or markup; the fence is longer than any inside, and a table needs its bars escaped. */
export function code(text: string): string {
  const line = harmless(text).replaceAll('|', '\\|')
  if (line === '') return ''
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = longest > 0 || /^ | $/.test(line) ? ' ' : ''
  return `${fence}${padding}${line}${padding}${fence}`
}

/**
 * Text of ours that holds names of others: nothing in it is markup, a mention or a reference. GitHub looks for these in what is shown, so
 * that an entity does not keep it from it, but not in code.
 */
export function plain(text: string): string {
  return harmless(text)
    .replaceAll(/[\\`*_{}[\]()!|~]/g, (sign) => `\\${sign}`)
    .replaceAll(/[&<>]|:(?=\/\/)/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/@|#(?!\d+;)|(?<!&)#(?=\d)|GH-(?=\d)/g, (sign) => `\`${sign}\``)
}
