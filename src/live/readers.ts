import type {AwsSession} from '../aws/session.ts'
import type {LiveChoice, ObjectReader} from './abilities.ts'
import type {AlreadyAsked} from './config/reader.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'
import type {ObjectSource, Reader} from './reader.ts'
import type {Explorer} from './resource-explorer/explorer.ts'

/** @param regions of the whole scan */
type Open<T> = (session: AwsSession, regions: readonly string[], already?: AlreadyAsked) => Promise<T>

/** Every source of objects, one line each; loaded when it is read. Which of them reads what, `choose.ts` says. */
const sources = {
  config: async (session, regions, already) =>
    (await import('./config/reader.ts')).configReader(session, regions, already),
  service: async (session) => (await import('./service/reader.ts')).serviceReader(session),
  'cloud-control': async (session) => (await import('./cloud-control/reader.ts')).cloudControlReader(session),
} as const satisfies Partial<Record<ObjectReader, Open<ObjectSource>>>

/** Tags always come from the Tagging API as well: they are current there, and only there for readers that do not show any. */
export async function openTagging(session: AwsSession): Promise<Reader> {
  return (await import('./tagging/reader.ts')).taggingReader(session)
}

/** Searches for what nobody declares, where no source of objects can; only where it is left to us whom to ask. */
const search: Open<Explorer> = async (session) =>
  (await import('./resource-explorer/explorer.ts')).resourceExplorer(session)

export interface Readers {
  readonly sources: ReadonlyMap<ObjectReader, ObjectSource>
  readonly tagging: Reader
  readonly explorer: Explorer
}

/** @param aggregator of the whole run, for accounts that it collects from */
export async function openReaders(
  session: AwsSession,
  regions: readonly string[],
  aggregator?: Aggregator,
  already?: AlreadyAsked,
): Promise<Readers> {
  const opened = Object.values(sources).map((open) => open(session, regions, already))
  const byName = (await Promise.all(opened)).map((source) => [source.name, source] as const)
  const copies = aggregator ? await aggregated(aggregator) : []
  const [tagging, explorer] = await Promise.all([openTagging(session), search(session, regions)])
  return {sources: new Map([...copies, ...byName]), tagging, explorer}
}

/** An account that lets nobody in, by what was copied from it. */
export async function openCopies(aggregator: Aggregator): Promise<Readers['sources']> {
  return new Map(await aggregated(aggregator, {alone: true}))
}

async function aggregated(aggregator: Aggregator, options?: {readonly alone: boolean}) {
  const {aggregatorReader} = await import('./config-aggregator/reader.ts')
  return [['config-aggregator', aggregatorReader(aggregator, options)] as const]
}

/** Who answers, in general; each scope says why in particular. */
export function choiceInWords(choice: LiveChoice): string {
  return `${inWords[choice]}; tags come from the Tagging API`
}

const inWords: Readonly<Record<LiveChoice, string>> = {
  auto: 'Each type is read where it is answered best: AWS Config where it records the type, then other APIs',
  config: 'AWS Config alone, asked for with --live',
  service: "The services' own APIs alone, asked for with --live",
  'cloud-control': 'Cloud Control alone, asked for with --live',
}
