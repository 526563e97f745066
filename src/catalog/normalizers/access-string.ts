import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

/**
 * Rights of a Redis or Valkey user. Categories start from nothing, which the service writes out: `+@read` comes back as `-@all +@read`
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html). The order of rules counts: later ones overrule.
 */
export const accessString = byForm((value) =>
  typeof value === 'string'
    ? value.split(/\s+/).filter((rule) => rule !== '' && rule !== '-@all')
    : scalarsAsText(value),
)
