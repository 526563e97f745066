import type {Ignored} from '../../../src/model/selected.ts'
import type {Report} from '../../../src/model/report.ts'
import {cleanAccount} from './quiet-accounts.ts'
import {trainingAccount} from './training-account.ts'

const ignored: Ignored = {
  findings: 3,
  fingerprints: ['00000000000000a1', '00000000000000a2', '00000000000000a3'],
  resources: 2,
  by: [
    {
      kind: 'project',
      rule: 'type: aws_autoscaling_group, path: desired_capacity',
      source: {file: 'trueup.yaml', line: 4, column: 5},
      reason: 'scaled by hand',
      until: '2027-01-31',
      findings: 1,
      resources: 0,
    },
    {
      kind: 'project',
      rule: 'address: module.legacy.*',
      source: {file: 'trueup.yaml', line: 8, column: 5},
      reason: '=HYPERLINK("https://example.com") <b>\u202egone</b>',
      findings: 0,
      resources: 2,
    },
    {kind: 'driftignore', rule: 'aws_ebs_volume.*', source: {file: '.driftignore', line: 1}, findings: 2, resources: 0},
    {kind: 'driftignore', rule: 'aws_vpc.*', source: {file: '.driftignore', line: 2}, findings: 0, resources: 0},
  ],
}

/** Most of what is there was accepted, some was ignored, and a filter left out a part. */
export const knownAccount: Report = {
  ...trainingAccount,
  findings: trainingAccount.findings.map((one, index) => ({...one, standing: index % 4 === 0 ? 'new' : 'known'})),
  baseline: {
    file: 'trueup.baseline.json',
    accepted: 20,
    known: trainingAccount.findings.filter((_, index) => index % 4 !== 0).length,
    new: trainingAccount.findings.filter((_, index) => index % 4 === 0).length,
    gone: 2,
    unseen: 1,
    goneFingerprints: ['00000000000000b1', '00000000000000b2'],
  },
  ignored,
  filtered: {expressions: ["severity!='info'"], findings: 4},
}

/** Clean, but for what somebody said not to tell. */
export const cleanButIgnored: Report = {...cleanAccount, ignored}
