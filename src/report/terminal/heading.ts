import stringWidth from 'fast-string-width'

import type {View} from './view.ts'

/** `DRIFT  7 attributes of 3 resources            Terraform → AWS`: what the section is, how much of it, how to read it. */
export function* heading(title: string, amount: string, {paint, width}: View, legend = ''): Generator<string> {
  yield ''
  const left = `${paint.bold(title.toUpperCase())}  ${amount}`
  const gap = width - stringWidth(left) - stringWidth(legend)
  yield legend === '' || gap < 2 ? left : `${left}${' '.repeat(gap)}${paint.dim(legend)}`
}
