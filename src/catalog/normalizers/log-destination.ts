import {byForm} from './normalizer.ts'

/** The ARN of a bucket, a stream or a log group; that of a log group may end in `:*`, which stands for its streams. */
export const logDestination = byForm((value) => (typeof value === 'string' ? value.replace(/:\*$/, '') : value))
