import {paginateGetDatabases, type Database, type GlueClient} from '@aws-sdk/client-glue'

import {pagesOf} from '../answer.ts'

/** Of the catalogue of the account. */
export function databases(client: GlueClient): AsyncGenerator<readonly Database[]> {
  return pagesOf(paginateGetDatabases({client, pageSize: 100}, {}), ({DatabaseList}) => DatabaseList)
}
