import type {Words} from '../words.ts'

const translate = {
  text: 'Keep the plan in a file, and let Terraform translate it.',
  command: 'terraform plan -out=tfplan && terraform show -json tfplan > plan.json',
}

/** Errors of a plan that cannot be read as it is. */
export const planErrorWords: Readonly<Record<string, Words>> = {
  'not-a-plan': {
    title: 'Not a Terraform plan',
    meaning: 'The file is JSON, but has none of the members of a plan.',
    steps: [translate],
  },
  'plan-binary': {
    title: 'Plan in the form that only Terraform reads',
    meaning:
      'The file is what terraform plan -out writes: an archive whose form changes with every version of Terraform.',
    steps: [{text: 'Translate it, in the folder of the code.', command: 'terraform show -json tfplan > plan.json'}],
  },
  'plan-format-newer': {
    title: 'Format of plan not known',
    meaning: 'The plan says that it is of another major format than 1, in which members may mean something else.',
    steps: [{text: 'Update trueup, or write the plan with Terraform 1.'}],
  },
  'plan-invalid-json': {
    title: 'Plan is no JSON',
    meaning: 'The file is cut off, or holds something else than what terraform show -json prints.',
    steps: [translate],
  },
  'plan-is-log': {
    title: 'Log of a plan instead of the plan',
    meaning:
      'The command terraform plan -json prints a line for each step while it runs; the values of resources are not among them.',
    steps: [translate],
  },
  'plan-is-state': {
    title: 'State instead of a plan',
    meaning: 'The file is a Terraform state.',
    steps: [{text: 'Give it with --state.', command: 'trueup scan --state terraform.tfstate'}],
  },
  'plan-is-state-json': {
    title: 'State, translated, instead of a plan',
    meaning: 'The command terraform show -json without the name of a plan prints the state.',
    steps: [translate],
  },
  'plan-not-found': {
    title: 'Plan cannot be read',
    meaning: 'The file does not exist, or may not be read.',
    steps: [
      {
        text: 'Name the file that terraform show -json wrote, or - for standard input.',
        command: 'terraform show -json tfplan | trueup scan --plan -',
      },
    ],
  },
}
