import type {UnseenReason} from '../model/plan.ts'
import {valueText} from './value-text.ts'
import type {FindingWords} from './words.ts'

/** Why trueup does not report what Terraform's refresh found. */
export const unseenWords: Readonly<Record<UnseenReason, string>> = {
  'not-looked-at': 'trueup did not look at it',
  'not-compared': 'trueup does not compare this attribute',
  equal: 'trueup finds it as the state has it: changed back since, or only written otherwise',
}

type Words = Pick<FindingWords, 'terraform-drift' | 'terraform-missing'>

/** What a plan says that Terraform found, and trueup does not report. */
export const terraformWords: Words = {
  'terraform-drift': {
    title: 'Seen by Terraform alone',
    message: ({path, before, after, because}) =>
      `${path} was ${valueText(before)} and is ${valueText(after)} for the refresh of Terraform; ${unseenWords[because]}`,
    meaning:
      'The plan records that Terraform, when it refreshed the state, found this attribute changed outside Terraform. trueup looked at the same resource and does not report it, for the reason that is named.',
    steps: [
      {text: 'Where trueup did not look: see the gaps of the report, and scan again with what they ask for.'},
      {text: 'Where it finds no difference, make the plan anew: the change may be undone.', command: 'terraform plan'},
      {
        text: 'An attribute that AWS computes (a status, a version) changes by itself; an apply takes it into the state.',
      },
    ],
  },
  'terraform-missing': {
    title: 'Gone for Terraform alone',
    message: ({because}) => `was not there for the refresh of Terraform; ${unseenWords[because]}`,
    meaning:
      'The plan records that Terraform, when it refreshed the state, did not find this resource. trueup found it, or did not look. Terraform may have looked with other credentials or in another region, or the resource was made again since.',
    steps: [
      {text: 'Make the plan anew.', command: 'terraform plan'},
      {
        text: 'Compare the account and the region of the provider with those of this scan (see the inputs of the report).',
      },
    ],
  },
}
