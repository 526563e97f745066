import {awsErrorWords} from './error-words/aws.ts'
import {billErrorWords} from './error-words/bill.ts'
import {configurationErrorWords} from './error-words/configuration.ts'
import {fixErrorWords} from './error-words/fix.ts'
import {historyErrorWords} from './error-words/history.ts'
import {planErrorWords} from './error-words/plan.ts'
import {runErrorWords} from './error-words/run.ts'
import {selectErrorWords} from './error-words/select.ts'
import {snapshotErrorWords} from './error-words/snapshot.ts'
import {stateStoreErrorWords} from './error-words/state-store.ts'
import {stateErrorWords} from './error-words/state.ts'
import {tagsErrorWords} from './error-words/tags.ts'
import type {Words} from './words.ts'

/**
 * The words of every error code in src/, for `trueup explain CODE`; a test collects the codes and demands them here. The error
 * itself says what is wrong in its case and names the way out; this tells what the code means in general.
 */
export const errorWords: Readonly<Record<string, Words>> = {
  ...awsErrorWords,
  ...billErrorWords,
  ...configurationErrorWords,
  ...fixErrorWords,
  ...historyErrorWords,
  ...planErrorWords,
  ...runErrorWords,
  ...selectErrorWords,
  ...snapshotErrorWords,
  ...stateErrorWords,
  ...stateStoreErrorWords,
  ...tagsErrorWords,
}
