import {counted} from './count-text.ts'
import {decimalPlaces} from './money-text.ts'
import type {FindingWords} from './words.ts'

export const idleAcceleratorWords: FindingWords['accelerator-idle'] = {
  title: 'Idle accelerator',
  message: ({count, model, instanceType, metric, peak, hours, ...paid}) =>
    `runs ${count} ${model} (${instanceType}) that never got above ${decimalPlaces(peak, 1)}% in ${counted(hours, 'hour')} (${metric})${paidText(paid)}`,
  meaning:
    'CloudWatch measured the use of these accelerators over the whole time that was looked at, and in no period of it did they do anything to speak of. ' +
    'The metric counts any work at all, so an idle one does none. What has no such metric is never called idle.',
  steps: [
    {text: 'Ask its owner whether it waits for something; endpoints and notebooks are often left behind by a test.'},
    {text: 'Stop it, or let a schedule or an autoscaler do so; SageMaker endpoints can scale to zero.'},
    {text: 'If it has to be ready, a smaller size or Spot costs less.'},
  ],
}

export const unusedReservationWords: FindingWords['reservation-unused'] = {
  title: 'Reserved and not used',
  message: ({unused, reserved, instanceType, ...paid}) =>
    `reserves ${counted(reserved, 'instance')} of ${instanceType}, and nothing runs in ${unused} of them${paidText(paid)}`,
  meaning:
    'A capacity reservation is paid for like instances that run, used or not. What is unused here runs nothing now, and no tag of an instance accounts for it.',
  steps: [
    {
      text: 'Check that instances match it: type, platform, zone, tenancy and, for a targeted one, that they name it.',
      command: 'aws ec2 describe-capacity-reservations --capacity-reservation-ids ID',
    },
    {text: 'Lower its instance count, or cancel it.'},
    {text: 'Where it is kept for later, give it an end date, and a tag with who pays until then.'},
  ],
}

function paidText({monthly, currency}: {readonly monthly?: string; readonly currency?: string}): string {
  return monthly === undefined ? ', at a price that is not known' : `: ${currency} ${decimalPlaces(monthly, 2)} a month`
}
