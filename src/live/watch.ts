import type {Gap} from '../model/gap.ts'
import type {LiveEvent} from '../model/live.ts'
import type {Progress} from '../model/progress.ts'
import type {ReadEvent} from './read-live.ts'

/** Passes events on, tells of their number, and keeps the gaps among them. */
export async function* watch(
  events: AsyncIterable<ReadEvent>,
  gaps: Gap[],
  progress: Progress,
): AsyncGenerator<LiveEvent> {
  let objects = 0
  for await (const event of events) {
    if (event.kind === 'account-read') continue
    if (event.kind === 'gap') gaps.push(event.gap)
    if (event.kind === 'object') progress.advance(++objects)
    yield event
  }
}
