import type {LivePage} from '../model/live.ts'
import type {Clock} from '../model/surroundings.ts'
import {pagesFrom} from './pages-from.ts'

/** Pages of a reader that AWS answers as of now: each page was looked at when it came. Without a clock nobody knows when. */
export function lookedAtNow(pages: AsyncGenerator<LivePage>, clock: Clock | undefined): AsyncGenerator<LivePage> {
  if (!clock) return pages
  return pagesFrom(pages, (page) => {
    const capturedAt = clock().toISOString()
    return page.map((event) =>
      event.kind === 'object' ? {kind: 'object', object: {...event.object, capturedAt}} : event,
    )
  })
}
