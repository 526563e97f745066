import {Decimal} from '../../../model/money.ts'
import type {CostModel} from '../cost-model.ts'
import {numberOf} from '../property.ts'
import {textsOf} from './machines.ts'

/** What comes with a function of default settings: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const usual = {memoryMb: 128, storageMb: 512}

/**
 * Memory times time, and requests (https://aws.amazon.com/lambda/pricing/). How long a function takes with another memory size is not
 * known: the duration that was measured is taken for both.
 */
export const lambdaFunction: CostModel = {
  objectType: 'AWS::Lambda::Function',
  properties: ['Architectures', 'EphemeralStorage', 'MemorySize'],
  charges(properties, {usage}) {
    if (!usage) return {unknown: 'usage', what: 'invocations and duration of Lambda functions'}
    const architecture = textsOf(properties['Architectures'])[0] === 'arm64' ? 'arm64' : 'x86_64'
    const memory = numberOf(properties, 'MemorySize') ?? new Decimal(usual.memoryMb)
    const storage = numberOf(properties, 'EphemeralStorage.Size') ?? new Decimal(usual.storageMb)
    const seconds = usage.duration.div(1000)
    const of = 'function'
    return {
      charges: [
        {thing: {of, architecture, charge: 'duration'}, quantity: seconds.times(memory).div(1024)},
        {thing: {of, architecture, charge: 'requests'}, quantity: usage.invocations},
        {
          thing: {of, architecture, charge: 'storage'},
          quantity: seconds.times(Decimal.max(storage.minus(usual.storageMb), 0)).div(1024),
        },
      ],
      measured: true,
      notes: ['same-duration'],
    }
  },
}
