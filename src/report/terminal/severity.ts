import type {ChalkInstance} from 'chalk'

import type {Severity} from '../../model/finding.ts'

const signs = {
  critical: ['✖', 'redBright'],
  high: ['▲', 'red'],
  medium: ['●', 'yellow'],
  low: ['○', 'cyan'],
  info: ['·', 'dim'],
} as const satisfies Record<Severity, readonly [sign: string, colour: keyof ChalkInstance]>

/** One column wide; told apart by shape, for those who do not see the colour. */
export function severitySign(severity: Severity, paint: ChalkInstance): string {
  const [sign, colour] = signs[severity]
  return paint[colour](sign)
}
