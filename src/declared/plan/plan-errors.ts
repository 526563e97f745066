import {type TrueupError, userError} from '../../errors.ts'

const show = '`terraform show -json tfplan > plan.json`'

/** Every way in which a plan can be unusable, and the way out. Messages follow the file's name. */
const words = {
  'plan-binary': [
    'is a plan as `terraform plan -out` writes it, which only Terraform can read',
    `Let Terraform translate it: ${show}`,
  ],
  'plan-is-state': ['is a Terraform state, not a plan', 'Give it with --state instead of --plan'],
  'plan-is-state-json': [
    'is what `terraform show -json` prints of a state, not of a plan',
    `Name the plan: \`terraform plan -out=tfplan\`, then ${show}`,
  ],
  'plan-is-log': [
    'is what `terraform plan -json` prints while it runs, not a plan',
    `Keep the plan, and translate it: \`terraform plan -out=tfplan\`, then ${show}`,
  ],
  'plan-invalid-json': ['is not valid JSON', `Write it anew: ${show}`],
  'not-a-plan': ['is JSON, but not a Terraform plan', `Write one with \`terraform plan -out=tfplan\` and ${show}`],
  'plan-format-newer': [
    'is a plan in a format that this trueup does not know; it reads format 1',
    'Update trueup, or write the plan with Terraform 1',
  ],
  'plan-not-found': ['cannot be read', `Name a file that ${show} wrote, or - for standard input`],
} as const

export type PlanErrorCode = keyof typeof words

/** An error about one plan; it never quotes a value of it. */
export function planError(code: PlanErrorCode, file: string, cause?: unknown): TrueupError {
  const [message, hint] = words[code]
  return userError(code, `${file} ${message}`, hint, cause)
}
