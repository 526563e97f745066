import {byForm} from './normalizer.ts'

/** An address of an identity provider, with or without its scheme: IAM takes it with `https://` and gives it back without. */
export const httpsUrl = byForm((url) =>
  typeof url === 'string' ? url.replace(/^https:\/\//, '').replace(/\/$/, '') : url,
)
