import type {GapReason} from '../../model/gap.ts'
import type {Recorder} from './recorder.ts'

/** Whether Config keeps a type (by Config's own name) in one region, and if not, why not. */
export type Coverage = (configType: string) => Recording

export type Recording =
  /** `daily`: what changed in the last 24 hours may not be there yet. */
  {readonly recorded: true; readonly daily: boolean} | {readonly recorded: false; readonly why: NotRecorded}

interface NotRecorded {
  readonly reason: GapReason
  readonly action?: string
  readonly detail: string
}

/** What the recorders of a region record (https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html). */
export function coverageOf(recorders: readonly Recorder[], supported: ReadonlySet<string>): Coverage {
  const running = recorders.filter(({status}) => status?.recording === true)
  return (type) => {
    if (!supported.has(type)) return hidden('unsupported-type', 'AWS Config does not record this type.')
    if (recorders.length === 0) return hidden('not-recorded', 'AWS Config has no recorder in this region.')
    if (running.length === 0) return hidden('not-recorded', 'The AWS Config recorder of this region is off.')
    const recording = running.find((recorder) => includes(recorder, type))
    if (recording) return {recorded: true, daily: frequencyOf(recording, type) === 'DAILY'}
    return hidden('not-recorded', 'The AWS Config recorder of this region leaves this type out.')
  }
}

function hidden(reason: GapReason, detail: string): Recording {
  return {recorded: false, why: {reason, detail}}
}

/** The strategy is missing in recorders set up before it existed (2023); then the older members say the same. */
function includes({recorder: {recordingGroup = {}}}: Recorder, type: string): boolean {
  const {recordingStrategy, allSupported = false, includeGlobalResourceTypes = false} = recordingGroup
  const listed: readonly string[] = recordingGroup.resourceTypes ?? []
  const excluded: readonly string[] = recordingGroup.exclusionByResourceTypes?.resourceTypes ?? []
  if (recordingStrategy?.useOnly === 'EXCLUSION_BY_RESOURCE_TYPES') return !excluded.includes(type)
  if (recordingStrategy?.useOnly === 'INCLUSION_BY_RESOURCE_TYPES' || !allSupported) return listed.includes(type)
  return includeGlobalResourceTypes || !bundledGlobalTypes.has(type)
}

/** The types that "all supported" leaves out unless asked for, by Config's names; every region may record them. */
export const bundledGlobalTypes: ReadonlySet<string> = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
])

function frequencyOf({recorder: {recordingMode}}: Recorder, type: string): string | undefined {
  const overrides = recordingMode?.recordingModeOverrides ?? []
  const override = overrides.find(({resourceTypes = []}) => (resourceTypes as readonly string[]).includes(type))
  return override?.recordingFrequency ?? recordingMode?.recordingFrequency
}
