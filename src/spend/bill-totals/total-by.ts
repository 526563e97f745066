import {userError} from '../../errors.ts'
import {totalNames, type TotalBy} from '../../model/spend-totals.ts'

/**
 * What `--by` says: `day`, `tag:KEY`, or several joined by commas, which are told apart together.
 * @throws {TrueupError} `totals-invalid`
 */
export function totalBy(text: string): readonly TotalBy[] {
  const names = text.split(',').map((name) => name.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw invalid(`--by ${text} names ${twice} twice`)
  return names.map((name) => {
    if (isTotalBy(name)) return name
    throw invalid(`nothing is summed by ${JSON.stringify(name)}`)
  })
}

function isTotalBy(name: string): name is TotalBy {
  return totalNames.some((known) => known === name) || /^tag:./.test(name)
}

function invalid(message: string): Error {
  return userError(
    'totals-invalid',
    message,
    `Write --by with any of ${totalNames.join(', ')}, tag:KEY; several joined by commas for one table`,
  )
}
