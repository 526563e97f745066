import {Unknown} from '../../../model/value.ts'
import {parseDuration} from './durations.ts'
import {formatDate} from './format-date.ts'
import type {TerraformFunction} from './function.ts'
import {instant, rfc3339} from './instants.ts'
import {define, text} from './parameters.ts'

/** https://developer.hashicorp.com/terraform/language/functions#date-and-time-functions. No clock is read. */
export const dates: {readonly [name: string]: TerraformFunction} = {
  formatdate: define([text, text], ([specification, time]) => formatDate(specification, instant(time))),
  plantimestamp: {arity: [0, 0], call: () => new Unknown('plantimestamp: the time of the plan')},
  timeadd: define([text, text], ([time, duration]) => {
    const start = instant(time)
    return rfc3339({...start, nanoseconds: start.nanoseconds + parseDuration(duration)})
  }),
  timecmp: define([text, text], ([left, right]) => {
    const [a, b] = [instant(left).nanoseconds, instant(right).nanoseconds]
    if (a === b) return 0
    return a < b ? -1 : 1
  }),
  timestamp: {arity: [0, 0], call: () => new Unknown('timestamp: the time of the run')},
}
