import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

/** Domain names have no case, and their last dot may be left out (https://datatracker.ietf.org/doc/html/rfc4343). */
export const dnsName = byForm((value) =>
  typeof value === 'string' ? value.toLowerCase().replace(/\.$/, '') : scalarsAsText(value),
)
