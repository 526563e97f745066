import {userError} from '../errors.ts'

function isMonth(text: string): boolean {
  return /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text)
}

/** `2026-10`, or all from one to another: `2026-08..2026-10`. @throws {TrueupError} `month-invalid` */
export function monthsIn(text: string): readonly string[] {
  const [first = '', last = first, ...more] = text.split('..')
  if (!isMonth(first) || !isMonth(last) || more.length > 0 || last < first) {
    throw userError('month-invalid', `${JSON.stringify(text)} is no month`, 'Write 2026-10, or 2026-08..2026-10')
  }
  const months = [first]
  for (let at = first; at < last;) {
    const [year = 0, month = 0] = at.split('-').map(Number)
    at = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
    months.push(at)
  }
  return months
}
