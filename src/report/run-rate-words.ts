import type {RunRateNote, RunRateUse} from '../model/spend.ts'

/** Why a figure is not quite what is paid, or who pays; after the note's own name. */
export const runRateNoteWords = {
  spot: 'bought as Spot, so the list price is an upper bound',
  'spot-price': 'bought as Spot, at the price that the Spot market asked for',
  'on-host': 'on a dedicated host, which is paid instead',
  'capacity-block': 'bought as a capacity block, so the list price is an upper bound',
  dedicated: 'on dedicated hardware, so the list price is a lower bound',
  'not-linux': 'not Linux, so the list price is a lower bound',
  'state-unknown': 'whether it runs is not known',
  'count-unverified': 'the number of devices is not verified',
  'tags-unknown': 'whether anybody owns it is not known, and it is not among the unowned',
} satisfies Record<RunRateNote, string>

/** What a machine runs for, before its type. */
export const runRateUseWords = {
  'sagemaker-endpoint': 'endpoint',
  'sagemaker-notebook': 'notebook',
  'sagemaker-studio': 'Studio',
  'sagemaker-training': 'training',
  'sagemaker-hyperpod': 'HyperPod',
  'dedicated-host': 'dedicated host',
  'unused-reservation': 'reserved, unused',
  'bedrock-throughput': 'Bedrock',
} satisfies Record<RunRateUse, string>
