import {billError} from '../bill-error.ts'

/** A table that Athena can ask, as `--bill` names it. */
export interface AthenaPlace {
  /** As it was given. */
  readonly url: string
  readonly workgroup: string
  readonly catalog: string
  readonly database: string
  readonly table: string
}

/** `athena://WORKGROUP/DATABASE/TABLE`, or with a catalog before the database. @throws {TrueupError} `athena-place-invalid` */
export function athenaPlace(url: string): AthenaPlace {
  const parts = url
    .slice('athena://'.length)
    .split('/')
    .map((part) => decodeURIComponent(part))
  const [workgroup = '', ...names] = parts
  const [catalog = '', database = '', table = ''] = names.length === 2 ? ['AwsDataCatalog', ...names] : names
  if (parts.length < 3 || parts.length > 4 || [workgroup, catalog, database, table].includes('')) {
    throw billError('athena-place-invalid', `${url} is no athena://WORKGROUP/DATABASE/TABLE`)
  }
  return {url, workgroup, catalog, database, table}
}
