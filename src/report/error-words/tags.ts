import type {Words} from '../words.ts'

/** Errors of the commands that are about tags alone. */
export const tagsErrorWords: Readonly<Record<string, Words>> = {
  'apply-needs-aws': {
    title: 'Nothing live to tag',
    meaning: 'Tags of live objects are set where AWS itself was looked at, and no flag asked for that.',
    steps: [
      {
        text: 'Name a region, a profile or a role.',
        command: 'trueup tags fix --region eu-central-1 --set Owner=platform --apply',
      },
    ],
  },
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
  'cost-allocation-not-readable': {
    title: 'Cost allocation tags cannot be read',
    meaning:
      'Which keys the bill is split by is told by the account that pays alone, or by a file with its answer. That file cannot be read or is something else, or AWS did not answer.',
    steps: [
      {text: 'Ask in the account that pays.', command: 'trueup tags activate --policy tags.yaml --profile PAYER'},
      {
        text: 'Or let somebody write the file there.',
        command: 'aws ce list-cost-allocation-tags --type UserDefined --region us-east-1 > tags.json',
      },
    ],
  },
  'tag-policy-denied': {
    title: 'Tag policies cannot be read',
    meaning:
      'AWS lets an account ask for its own effective tag policy, and the management account for that of any. These credentials may do neither.',
    steps: [
      {
        text: 'Use credentials of the account itself or of the management account.',
        command: 'trueup tags effective --account ID --profile NAME',
      },
    ],
  },
  'tag-policy-not-found': {
    title: 'No effective tag policy',
    meaning:
      'AWS gives the same answer where tag policies are not enabled in the organization and where none is attached to the account or above it, so trueup does not claim that there is none.',
    steps: [{text: 'See which policy types are enabled.', command: 'aws organizations list-roots'}],
  },
  'file-changed': {
    title: 'File changed meanwhile',
    meaning: 'A file of code is no longer what the plan was made from. Nothing was written over it.',
    steps: [{text: 'Run again: the plan is made anew.'}],
  },
  'not-confirmed': {
    title: 'Not confirmed',
    meaning: 'What changes tags in AWS asks first. Nobody said yes, and nothing was changed.',
    steps: [{text: 'Run it in a terminal and say yes; or, where nobody is there to ask, give --yes.'}],
  },
  'undo-file-exists': {
    title: 'File for former tags is taken',
    meaning:
      'Former tags are never written over an older file: it may be the only place where those of an earlier run are.',
    steps: [{text: 'Name another file with --undo.'}],
  },
  'undo-file-invalid': {
    title: 'Not a file of former tags',
    meaning:
      'A line of the file is not what tags fix --apply writes. Nothing was restored, for a part could pass for the whole.',
    steps: [{text: 'Name the file that tags fix --apply wrote, as it was written.'}],
  },
  'undo-file-not-readable': {
    title: 'File of former tags cannot be read',
    meaning: 'The file does not exist, or may not be read.',
    steps: [{text: 'Check the path; tags fix --apply prints it at its end.'}],
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
