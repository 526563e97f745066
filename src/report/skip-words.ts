import type {SkipReason} from '../model/coverage.ts'

/** Why attributes are not compared, in a few words: `12 ignored by lifecycle`. */
export const skipWords = {
  'terraform-only': 'exist in Terraform only',
  'write-only': 'are never given back by AWS',
  computed: 'are set by AWS',
  identity: 'identify the resource',
  alias: 'repeat another attribute',
  elsewhere: 'are compared on another resource',
  'not-visible': 'cannot be seen by the reader',
  unknown: 'are unknown before apply',
  ignored: 'are under ignore_changes',
  controlled: 'keep changing by design',
  deprecated: 'are deprecated by the provider',
} satisfies Record<SkipReason, string>
