import type {LeftReason, TagValueOrigin} from '../model/tag-fix.ts'

export const originWords = {
  policy: 'the value that the policy asks for',
  set: '--set',
  owner: '--owner',
  variant: 'renamed',
  declared: 'as Terraform declares it',
  parent: 'as what made it has it',
} satisfies Record<TagValueOrigin, string>

export const leftWords = {
  'no-value': 'nobody says which value: give one with --set KEY=VALUE, or allow a single one in the policy',
  'value-breaks-rule': 'the value that was given breaks the rule',
  'would-overwrite': 'it has a value; --overwrite replaces it',
  'not-all-instances':
    'other instances of the block comply or need another value: change the call, or what for_each goes over',
  'module-not-local': 'the module is not part of this code: change the call',
  'nested-block': 'the tag belongs into a block inside the resource: add it there',
  'single-tag': 'the tag is a resource of its own: change it there',
  'not-editable': 'the code is written in a way that is not safe to edit',
  'no-effect': 'the code has it already: the provider ignores the tag (ignore_tags), or another argument takes it away',
  'needs-decision': 'a key has to go, which somebody has to decide',
  'not-supported': 'the Tagging API cannot set tags of this type',
  'no-arn': 'its ARN is not known',
  'mend-in-code': 'the next apply would undo it: mend it in the code',
} satisfies Record<LeftReason, string>
