import type {ReaderName} from '../model/live.ts'
import type {Reader} from './reader.ts'
import type {AwsSession} from '../aws/session.ts'

/** @param regions of the whole scan */
type OpenReader = (session: AwsSession, regions: readonly string[]) => Promise<Reader>

/** Every live source, one line each; loaded when it is read. */
const readers = {
  config: async (session, regions) => (await import('./config/reader.ts')).configReader(session, regions),
  tagging: async (session) => (await import('./tagging/reader.ts')).taggingReader(session),
} as const satisfies Partial<Record<ReaderName, OpenReader>>

/** What `--live` takes. */
export type LiveChoice = 'auto' | Exclude<keyof typeof readers, 'tagging'>

/** Which readers answer, and why these, for the report. */
export interface ReaderChoice {
  readonly readers: readonly (keyof typeof readers)[]
  readonly because: string
}

/** Tags always come from the Tagging API as well: they are current there, and only there for readers that do not show any. */
export function chooseReaders(choice: LiveChoice): ReaderChoice {
  const because =
    choice === 'auto'
      ? 'AWS Config answers for a hundred objects a call; what it does not record is a gap'
      : 'asked for with --live'
  return {readers: ['config', 'tagging'], because: `${because}; tags come from the Tagging API`}
}

export async function openReader(
  name: keyof typeof readers,
  session: AwsSession,
  regions: readonly string[],
): Promise<Reader> {
  return readers[name](session, regions)
}
