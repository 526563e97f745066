import type {RunRateNote} from '../model/spend.ts'

/** Why a figure is not quite what is paid, or who pays; after the note's own name. */
export const runRateNoteWords = {
  spot: 'bought as Spot, so the list price is an upper bound',
  'capacity-block': 'bought as a capacity block, so the list price is an upper bound',
  dedicated: 'on dedicated hardware, so the list price is a lower bound',
  'not-linux': 'not Linux, so the list price is a lower bound',
  'state-unknown': 'whether it runs is not known',
  'count-unverified': 'the number of devices is not verified',
  'tags-unknown': 'whether anybody owns it is not known, and it is not among the unowned',
} satisfies Record<RunRateNote, string>
