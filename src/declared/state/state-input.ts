import type {ReportInputs} from '../../model/report.ts'
import type {readStates} from './read-states.ts'

type StateEnd = Extract<Awaited<ReturnType<ReturnType<typeof readStates>['next']>>['value'], {kind: 'state'}>

/** A state that was read to its end, as a report names its inputs. */
export function stateInput({file, resources, serial, terraformVersion}: StateEnd): ReportInputs['states'][number] {
  return {
    file,
    resources,
    ...(serial === undefined ? {} : {serial}),
    ...(terraformVersion === undefined ? {} : {terraformVersion}),
  }
}
