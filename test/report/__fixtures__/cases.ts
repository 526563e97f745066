import type {Report} from '../../../src/model/report.ts'
import {hostileNames} from './hostile-names.ts'
import {cleanButIgnored, knownAccount} from './known-account.ts'
import {acceleratorsWithoutPolicy, cleanAccount, gapsOnly, nothingDeclared} from './quiet-accounts.ts'
import {trainingAccount} from './training-account.ts'

/** Reports of which every format has a golden file. */
export const cases: Readonly<Record<string, Report>> = {
  'accelerators-without-policy': acceleratorsWithoutPolicy,
  'clean-account': cleanAccount,
  'clean-but-ignored': cleanButIgnored,
  'gaps-only': gapsOnly,
  'hostile-names': hostileNames,
  'known-account': knownAccount,
  'nothing-declared': nothingDeclared,
  'training-account': trainingAccount,
}
