import type {Words} from '../words.ts'

/** Errors of the commands that are about tags alone. */
export const tagsErrorWords: Readonly<Record<string, Words>> = {
  'assignment-invalid': {
    title: 'No name and value',
    meaning: 'A flag that takes NAME=VALUE was given something without an equals sign, or without a name before it.',
    steps: [
      {
        text: 'Write the name, an equals sign and the value.',
        command: 'trueup tags fix --config . --set Owner=platform',
      },
    ],
  },
  'file-changed': {
    title: 'File changed meanwhile',
    meaning: 'A file of code is no longer what the plan was made from. Nothing was written over it.',
    steps: [{text: 'Run again: the plan is made anew.'}],
  },
  'no-policy': {
    title: 'No tag policy',
    meaning: 'Tags are right or wrong by a policy only, and none was given.',
    steps: [
      {
        text: 'Copy one of the policies that come with trueup, and name it.',
        command: 'trueup tags check --config . --policy policies/finops-baseline.yaml',
      },
    ],
  },
  'no-tags-input': {
    title: 'Nothing to look at',
    meaning: 'Neither code nor a state nor AWS was named. AWS is asked only where a flag says so.',
    steps: [
      {text: 'Name the code of a root module.', command: 'trueup tags check --config . --policy tags.yaml'},
      {text: 'Or a state, or a snapshot of AWS, or a region to read.'},
    ],
  },
}
