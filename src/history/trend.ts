import type {Trend} from '../model/trend.ts'
import type {CurrentIndex} from './run-index.ts'
import type {RunName} from './run-file.ts'

/** More points than that no chart shows. */
const mostRuns = 90

/** The runs of one scope up to one of them, in figures. */
export function trendUpTo({index, names, damaged}: CurrentIndex, until: RunName): Trend {
  const files = names.filter(({scope, file}) => scope === until.scope && file <= until.file).map(({file}) => file)
  const runs = files.flatMap((file) => index.runs[file]?.brief ?? [])
  const unreadable = files.filter((file) => damaged.includes(file)).length
  return {
    runs: runs.slice(-mostRuns),
    ...(runs.length > mostRuns && {older: runs.length - mostRuns}),
    ...(unreadable > 0 && {unreadable}),
  }
}
