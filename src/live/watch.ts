import type {Gap} from '../model/gap.ts'
import type {LiveEvent} from '../model/live.ts'
import type {Progress} from '../model/progress.ts'

/** Passes events on, tells of their number, and keeps the gaps among them. */
export async function* watch(
  events: AsyncIterable<LiveEvent>,
  gaps: Gap[],
  progress: Progress,
): AsyncGenerator<LiveEvent> {
  let objects = 0
  for await (const event of events) {
    if (event.kind === 'gap') gaps.push(event.gap)
    if (event.kind === 'object') progress.advance(++objects)
    yield event
  }
}
