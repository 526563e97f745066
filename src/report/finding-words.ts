import {ignoreWords} from './ignore-words.ts'
import {idleAcceleratorWords, unusedReservationWords} from './idle-words.ts'
import {terraformWords} from './terraform-words.ts'
import {unbilledKeyWords} from './unbilled-key-words.ts'
import type {Finding} from '../model/finding.ts'
import type {Value} from '../model/value.ts'
import {isDocument} from './document.ts'
import {decimalPlaces} from './money-text.ts'
import {propertyName} from './owner.ts'
import {allowedText, policyText, tagSide} from './tag-text.ts'
import {valueText} from './value-text.ts'
import type {FindingWords} from './words.ts'

type DriftFinding = Extract<Finding, {readonly code: 'drifted' | 'drifted-undeclared' | 'controlled'}>

/** The words of every finding code. A code in `model/finding.ts` that is not here does not compile. */
export const findingWords = {
  drifted: {
    title: 'Drifted',
    message: (finding) => driftText(finding, (before, after) => `${after} in AWS, ${before} in Terraform`),
    meaning:
      'Terraform declares this property and recorded a value for it, and AWS has another one: somebody or something changed it outside Terraform. ' +
      'The next apply will undo the change, or fail on it, and nobody who reads the code knows of it.',
    steps: [
      {text: 'Find out who changed it and why: AWS CloudTrail keeps management events for 90 days.'},
      {
        text: 'If the change is not wanted, put the declared value back. Read the plan first: some properties cannot be changed without replacing the resource.',
        command: "terraform plan -target='ADDRESS'",
      },
      {text: 'If the change is wanted, write the live value into the configuration; the plan is then empty.'},
      {
        text: 'If something else is meant to own the value (an autoscaler, a deployment), say so in the code with lifecycle { ignore_changes = [ATTRIBUTE] }; it is then counted as ignored.',
      },
    ],
  },
  'drifted-undeclared': {
    title: 'Drifted, not declared',
    message: (finding) => driftText(finding, (before, after) => `${after} in AWS, and was ${before} for Terraform`),
    meaning:
      'The configuration sets no value for this property: AWS or the provider chose one, Terraform recorded it, and it is different now. ' +
      'Terraform will not put it back, so what is live is not what was reviewed.',
    steps: [
      {
        text: 'Decide whether the value matters. If it does, declare it: from then on a change is drift that a plan shows.',
      },
      {
        text: 'If it does not, take the live value into the state.',
        command: "terraform apply -refresh-only -target='ADDRESS'",
      },
    ],
  },
  controlled: {
    title: 'Controlled by something else',
    message: (finding) =>
      `${driftText(finding, (before, after) => `${after} in AWS, ${before} in Terraform`)}, set by ${finding.controlledBy}`,
    meaning:
      'The value differs from what Terraform recorded, and something that is meant to move it did so: an autoscaler between the smallest and the largest size that are declared, ' +
      'a pipeline that deploys. It is listed because it carries cost and the next apply may put it back, but it is not drift.',
    steps: [
      {text: 'Nothing, if the one who is named is meant to set the value.'},
      {
        text: 'To keep an apply from putting the declared value back, leave the attribute out or add lifecycle { ignore_changes = [ATTRIBUTE] }.',
      },
    ],
  },
  unapplied: {
    title: 'Not applied yet',
    message: ({path, configured, after}) =>
      `${path} is ${said(configured)} in the code, and still ${said(after)} in the state and in AWS`,
    meaning:
      'The code has changed since it was last applied. Nobody touched AWS: the next apply makes it as the code says.',
    steps: [{text: 'Read the plan and apply it.', command: "terraform plan -target='ADDRESS'"}],
  },
  'stale-state': {
    title: 'State out of date',
    message: ({path, before, after}) =>
      `${path} is ${said(after)} in the code and in AWS, and still ${said(before)} in the state`,
    meaning:
      'The live value already is what the code says; only the state records an older one. Somebody made the change by hand before it was applied, or the state is old.',
    steps: [{text: 'Take the live value into the state.', command: "terraform apply -refresh-only -target='ADDRESS'"}],
  },
  conflict: {
    title: 'Code, state and AWS disagree',
    message: ({path, configured, before, after}) =>
      `${path} is ${said(configured)} in the code, ${said(before)} in the state and ${said(after)} in AWS`,
    meaning:
      'The value was changed in the code and, to something else, outside Terraform. An apply overwrites what was done in AWS.',
    steps: [
      {
        text: 'Find out who changed it in AWS and why, before anything is applied: AWS CloudTrail keeps management events for 90 days.',
      },
      {text: 'Write the value that is to stay into the code, then apply.', command: "terraform plan -target='ADDRESS'"},
    ],
  },
  'not-applied': {
    title: 'Not created yet',
    message: () => 'is in the code but in no state that was read',
    meaning: 'The code declares a resource that has never been applied, or whose state was not among the inputs.',
    steps: [
      {text: 'If it exists already, import it.', command: "terraform import 'ADDRESS' ID"},
      {text: 'Else apply the code.', command: "terraform apply -target='ADDRESS'"},
    ],
  },
  'not-configured': {
    title: 'No longer in the code',
    message: () => 'is in the state but not in the code',
    meaning:
      'The state holds a resource that the code no longer declares: the next apply destroys it. Perhaps it was renamed without a moved block, or the code given is not that of this state.',
    steps: [
      {text: 'If it was renamed, say so in the code with a moved block.'},
      {
        text: 'If it should live on without Terraform, use a removed block, or take it out of the state.',
        command: "terraform state rm 'ADDRESS'",
      },
    ],
  },
  missing: {
    title: 'Missing',
    message: ({partOf, status}) =>
      `is in the state but ${goneText(status)}${partOf === undefined ? '' : `, as a part of ${partOf}`}`,
    meaning:
      'The resource is in a Terraform state, the place where it should be was read to the end, and it is not there: it was deleted outside Terraform, ' +
      'or the state is older than a deletion. The next apply will create it again, empty of any data.',
    steps: [
      {
        text: 'If it was deleted by mistake, create it again. Data must come from a backup.',
        command: "terraform apply -target='ADDRESS'",
      },
      {
        text: 'If it was deleted on purpose, take it out of the configuration and the state.',
        command: "terraform state rm 'ADDRESS'",
      },
      {
        text: 'If it was moved to another account or region, check which credentials and regions this scan used (see the inputs of the report).',
      },
    ],
  },
  ...terraformWords,
  unmanaged: {
    title: 'Unmanaged',
    message: () => 'is in AWS but in no state that was read',
    meaning:
      'The object exists in AWS and none of the states that were read declares it. It was made by hand or by another tool, or its state was not among the inputs. ' +
      'No review covers it, and nothing deletes it when it is no longer needed.',
    steps: [
      {
        text: 'Check that all states of the account were given: --state takes files, directories and globs, and may be repeated.',
      },
      {text: 'If it should be managed, import it.', command: "terraform import 'ADDRESS' ID"},
      {text: 'If nobody needs it, delete it: its tags and CloudTrail tell who made it.'},
    ],
  },
  'unmanaged-child': {
    title: 'Unmanaged part',
    message: ({path, after}) => `${path} holds ${brief(after)} in AWS, which no state declares`,
    meaning:
      'The object is declared, but it holds an element (a rule, a policy, an attachment) that no resource in the states declares. Where rules are declared one by one, ' +
      'Terraform never sees an extra one: a plan stays empty while a port is open.',
    steps: [
      {
        text: 'If the element is wanted, declare it as a resource of its own and import it.',
        command: "terraform import 'ADDRESS' ID",
      },
      {text: 'If it is not, remove it in AWS.'},
      {
        text: 'To have Terraform remove such extras itself, declare the whole set in one place (inline blocks, or an *_exclusive resource).',
      },
    ],
  },
  'owned-elsewhere': {
    title: 'Owned elsewhere',
    message: ({ownedBy, evidence}) => `is owned by ${ownedBy} (${evidence})`,
    meaning:
      'The object is in no state, and its tags or its kind tell what made it: CloudFormation, EKS, an Auto Scaling group, a service-linked role, AWS itself. ' +
      'It is listed so that the numbers add up; nothing has to be done in Terraform.',
    steps: [
      {
        text: 'Nothing, if the owner is the one you expect. To change the object, change it at its owner: what you change by hand is undone.',
      },
    ],
  },
  'duplicate-owner': {
    title: 'Declared more than once',
    message: ({addresses}) => `is declared by ${addresses.length} resources: ${addresses.join(', ')}`,
    meaning:
      'Several Terraform resources declare the same object. Each apply overwrites what the other one wrote, and destroying one destroys the object under the other.',
    steps: [
      {
        text: 'Decide which resource keeps it, and take it out of the state of the others without destroying it.',
        command: "terraform state rm 'ADDRESS'",
      },
      {text: 'If one of the states is an old copy, leave it out of the inputs.'},
    ],
  },
  'tag-missing': {
    title: 'Required tag missing',
    message: (finding) =>
      `has no tag ${valueText(finding.key)}${variantText(finding.variant)} ${tagSide(finding)}${policyText(finding)}`,
    meaning:
      'A tag policy that you gave demands this tag here. Without it the cost of the resource is counted under nobody, and automation that goes by tags passes it over. ' +
      'Tag keys are case-sensitive: owner is not Owner.',
    steps: [
      {
        text: 'Add the tag in the configuration: to the resource, or to default_tags of the provider for all of its resources.',
      },
      {
        text: 'See what would mend it; --write then edits the code.',
        command: 'trueup tags fix --config . --policy POLICY',
      },
      {text: 'If the tag is declared but not live, an apply adds it.', command: "terraform apply -target='ADDRESS'"},
      {text: 'If it is live but not declared, the next apply removes it: declare it.'},
    ],
  },
  'tag-value-invalid': {
    title: 'Tag value not allowed',
    message: (finding) =>
      `has ${brief(finding.value)} for tag ${valueText(finding.key)} ${tagSide(finding)}${allowedText(finding)}${policyText(finding)}`,
    meaning:
      'A tag policy that you gave says what values this tag may have, and this is none of them. Reports that group by the tag put the resource into a group of its own.',
    steps: [
      {text: 'Correct the value in the configuration and apply.', command: "terraform apply -target='ADDRESS'"},
      {text: 'If the value is right, add it to the policy file that --policy names.'},
    ],
  },
  'tag-key-invalid': {
    title: 'Tag key not allowed',
    message: (finding) =>
      `has tag ${valueText(finding.key)} ${tagSide(finding)}, expected ${finding.expected}${policyText(finding)}`,
    meaning:
      'A tag policy that you gave says which keys may be used, or how many, and this object breaks it. A misspelt key is a tag that no report finds.',
    steps: [
      {text: 'Rename or remove the tag in the configuration and apply.', command: "terraform apply -target='ADDRESS'"},
      {text: 'If the key is right, allow it in the policy file that --policy names.'},
    ],
  },
  'tag-exemption-expired': {
    title: 'Tag exemption expired',
    message: ({keys, expired, reason, exemptionOwner, violations}) =>
      `is no longer exempt from ${keys.join(', ')} since ${expired} (${exemptionOwner}: ${reason}); it hid ${violations}`,
    meaning:
      'A tag policy that you gave let this object off until a date, and the date has passed. What the exemption hid is reported again.',
    steps: [
      {text: 'Ask the owner of the exemption whether the tags can be put on now.'},
      {text: 'If not, set a new date in the policy file, with a reason; else take the exemption out.'},
    ],
  },
  'tag-key-not-billed': unbilledKeyWords,
  ...ignoreWords,
  'accelerator-unowned': {
    title: 'Accelerator that nobody owns',
    message: ({count, model, instanceType, missingKeys, monthly, currency}) =>
      `runs ${count} ${model} (${instanceType}) without ${missingKeys.join(', ')}${monthly === undefined ? '' : `, ${currency} ${decimalPlaces(monthly, 2)} a month`}`,
    meaning:
      'An instance with GPUs or other accelerators is running now and lacks tags that say who pays for it. The amount is the list price of what runs now, not a bill: ' +
      'discounts, commitments and Spot prices are not in it.',
    steps: [
      {
        text: 'Ask who runs it: CloudTrail knows who called RunInstances, and the Auto Scaling group or node group behind it is in its tags.',
      },
      {
        text: 'Tag it in the configuration; for instances of a group, in the launch template or the group with propagation.',
      },
      {text: 'If nobody answers, stop it: an idle accelerator costs as much as a busy one.'},
    ],
  },
  'accelerator-idle': idleAcceleratorWords,
  'reservation-unused': unusedReservationWords,
} satisfies FindingWords

const longest = 60

/** Both values where a line can hold them, else only that they differ. */
function driftText(finding: DriftFinding, text: (before: string, after: string) => string): string {
  const [before, after] = [valueText(finding.before), valueText(finding.after)]
  const long = isDocument(finding.before) || isDocument(finding.after) || before.length + after.length > 2 * longest
  const name = propertyName(finding)
  return long || before === after ? `${name} differs between Terraform and AWS` : `${name} is ${text(before, after)}`
}

/** AWS shows some objects for a while after they were deleted. */
function goneText(status: string | undefined): string {
  return status === undefined ? 'not in AWS' : `on its way out of AWS (${status})`
}

function brief(value: Value): string {
  const text = Array.from(valueText(value))
  return text.length <= longest ? text.join('') : `${text.slice(0, longest - 1).join('')}…`
}

function variantText(variant: string | undefined): string {
  return variant === undefined ? '' : ` but ${valueText(variant)}`
}

function said(value: Value | undefined): string {
  return value === undefined ? 'not set' : brief(value)
}
