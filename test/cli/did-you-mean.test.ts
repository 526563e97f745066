import {expect, test} from 'vitest'

import {didYouMean} from '../../src/cli/did-you-mean.ts'

const known = {
  commands: ['scan', 'snapshot', 'tags:check', 'tags:coverage'],
  flags: ['state', 'state-role', 'snapshot'],
}

test.each([
  ['command scna not found', 'Did you mean trueup scan?'],
  ['command tag:check not found', 'Did you mean trueup tags check?'],
  ['command tags:chekc not found', 'Did you mean trueup tags check?'],
  ['command weather not found', undefined],
  ['Nonexistent flag: --stat', 'Did you mean --state?'],
  ['Nonexistent flags: --snapshto, --x', 'Did you mean --snapshot?'],
  ['Nonexistent flag: --colour', undefined],
  ['Expected --live=cofnig to be one of: auto, config, service', 'Did you mean --live=config?'],
  ['Expected --live=elsewhere to be one of: auto, config, service', undefined],
  ['Missing 1 required arg', undefined],
])('%s: %s', (message, meant) => {
  expect(didYouMean(message, known, 'trueup')).toBe(meant)
})

test('without any names there is nothing to suggest', () => {
  expect(didYouMean('command scna not found', {}, 'trueup')).toBeUndefined()
})
