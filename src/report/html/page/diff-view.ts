import {structuredPatch} from 'diff'
import {html, type TemplateResult} from 'lit-html'

/** Beyond this many changed lines a minimal diff is neither readable nor quick to find. */
const mostEdits = 1000

interface Line {
  readonly sign: '-' | '+' | ' ' | '…'
  readonly text: string
}

/** What Terraform says and what AWS says, line by line where there are several. */
export function diffView(before: string, after: string): TemplateResult {
  const lines = linesOf(before, after)
  return html`<pre class="diff" tabindex="0" role="group" aria-label="Difference: - is Terraform, + is AWS">
${lines.map(
      ({sign, text}) => html`<span class=${classes[sign]}><span class="sign">${sign}</span> ${text} </span>`,
    )}</pre>`
}

const classes = {'-': 'removed', '+': 'added', ' ': 'same', '…': 'cut'} as const

function linesOf(before: string, after: string): readonly Line[] {
  const whole = [...sided('-', before), ...sided('+', after)]
  if (!before.includes('\n') && !after.includes('\n')) return whole
  const patch = structuredPatch('', '', `${before}\n`, `${after}\n`, '', '', {context: 3, maxEditLength: mostEdits})
  if (!patch) return whole
  return patch.hunks.flatMap(({lines, oldStart}) => [
    ...(oldStart > 1 ? [{sign: '…', text: ''} as const] : []),
    ...lines.map((line) => ({sign: line[0] as Line['sign'], text: line.slice(1)})),
  ])
}

function sided(sign: '-' | '+', text: string): readonly Line[] {
  return text.split('\n').map((line) => ({sign, text: line}))
}
