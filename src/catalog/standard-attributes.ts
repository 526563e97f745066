import type {SkipReason} from '../model/coverage.ts'

/**
 * Attributes that mean the same on every AWS type, so that no entry lists them. `tags_all` (else `tags`) is compared with the
 * live tags; `timeouts` exists in Terraform only (https://developer.hashicorp.com/terraform/language/resources/syntax#operation-timeouts).
 */
export const standardAttributes: Readonly<Record<string, SkipReason | 'tags'>> = {
  id: 'identity',
  arn: 'identity',
  region: 'identity',
  tags: 'tags',
  tags_all: 'tags',
  timeouts: 'terraform-only',
}
