import type {ReaderName} from '../model/live.ts'
import type {Failure} from '../aws/call.ts'

/** Readers that give objects. Tags come from the Tagging API besides, whoever reads the object. */
export type ObjectReader = Extract<ReaderName, 'config' | 'config-aggregator' | 'service' | 'cloud-control'>

/** What `--live` takes. */
export type LiveChoice = 'auto' | 'config' | 'cloud-control' | 'service'

/** Whether a reader can answer for one type in one place, known before anything is read. */
export type Ability =
  | {
      readonly can: true
      /** How it answers, in words that can stand alone: `AWS Config records it continuously`. */
      readonly because: string
      /** Its answers may be a day old. */
      readonly daily?: true
    }
  | {readonly can: false; readonly why: Failure}
