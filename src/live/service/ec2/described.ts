import {EC2Client, type Filter} from '@aws-sdk/client-ec2'

import {pagesOf, seenBy, tagged} from '../answer.ts'
import type {Projector} from '../../projectors/projector.ts'
import {serviceType} from '../read-type.ts'
import type {Place} from '../place.ts'
import type {Part, ServiceObject, ServiceType} from '../service-type.ts'

/** The most that a Describe call of EC2 gives at once, where its own limit is not lower. */
export const pageSize = 1000

/** Values of one filter (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html). */
const valuesPerFilter = 200

/** What the Describe calls of EC2 share: pages, and filters that pass over what does not exist, where identifiers would be an error. */
interface Described<Page, Item extends object> {
  readonly projector: Projector
  /** Paths that the answer shows beside those of a configuration item. */
  readonly alsoSees?: readonly string[]
  readonly pages: (client: EC2Client, input: {Filters?: Filter[]}, place: Place) => AsyncIterable<Page>
  readonly items: (page: Page) => readonly Item[] | undefined
  /** The filter for the primary identifier; none where EC2 has none, and all are listed. */
  readonly idFilter?: string
  /** What the filter takes, of a primary identifier of several parts. */
  readonly filterValue?: (id: string) => string
  readonly object?: (item: Item, place: Place) => ServiceObject
  readonly parts?: readonly Part<EC2Client, Item>[]
}

export function described<Page, Item extends object>({
  projector,
  alsoSees = [],
  pages,
  items,
  idFilter,
  filterValue = (id) => id,
  object = (item) => tagged(projector, item),
  parts,
}: Described<Page, Item>): ServiceType {
  const read = async (client: EC2Client, ids: readonly string[], place: Place): Promise<readonly Item[]> => {
    const Filters = [{Name: idFilter, Values: ids.map(filterValue)}]
    return (await Array.fromAsync(owned(pagesOf(pages(client, {Filters}, place), items), place))).flat()
  }
  return serviceType<EC2Client, Item>({
    objectType: projector.objectType,
    client: EC2Client,
    sees: [...seenBy(projector), ...alsoSees],
    list: (client, place) => owned(pagesOf(pages(client, {}, place), items), place),
    ...(idFilter === undefined ? {} : {get: {size: valuesPerFilter, read}}),
    object,
    ...(parts === undefined ? {} : {parts}),
  })
}

/** A call that has no pages. */
export async function* single<Page>(answer: Promise<Page>): AsyncGenerator<Page> {
  yield await answer
}

/** What other accounts share is shown to us, but is theirs (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html). */
async function* owned<Item extends object>(
  pages: AsyncIterable<readonly Item[]>,
  {location}: Place,
): AsyncGenerator<readonly Item[]> {
  for await (const page of pages) yield page.filter((item) => !isForeign(item, location.account))
}

function isForeign(item: {readonly OwnerId?: string}, account: string): boolean {
  return item.OwnerId !== undefined && item.OwnerId !== account
}
