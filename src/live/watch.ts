import type {Gap} from '../model/gap.ts'
import type {LiveEvent, LivePage} from '../model/live.ts'
import type {Progress} from '../model/progress.ts'
import {pagesFrom} from './pages-from.ts'
import type {ReadPage} from './read-live.ts'

/** Passes events on, tells of their number, and keeps the gaps among them. */
export function watch(pages: AsyncIterable<ReadPage>, gaps: Gap[], progress: Progress): AsyncIterable<LivePage> {
  let objects = 0
  return pagesFrom(pages, (page) => {
    for (const event of page) {
      if (event.kind === 'gap') gaps.push(event.gap)
      if (event.kind === 'object') progress.advance(++objects)
    }
    return page.filter((event): event is LiveEvent => event.kind !== 'account-read')
  })
}
