import type {Finding} from '../../model/finding.ts'
import type {Remedy, RemedyCaveat} from '../../model/remedy.ts'
import type {RemedyContext} from './context.ts'
import {importRemedies} from './import-remedies.ts'
import {isBefore} from './version.ts'

/**
 * What a person can do about a finding, the likeliest first.
 *
 * @param adopt the edit that writes the live value into the code, or why there is none
 */
export function remediesOf(finding: Finding, adopt: Remedy | undefined, context: RemedyContext): readonly Remedy[] {
  const {address} = finding.subject
  if (finding.code === 'unmanaged' || finding.code === 'unmanaged-child') return importRemedies(finding, context)
  if (address === undefined) return []
  switch (finding.code) {
    case 'missing':
      return [
        apply('recreate', address, context, ['targeted', 'empty']),
        ...forget(finding, address, context, 'code-remains'),
      ]
    case 'not-configured':
      return [...forget(finding, address, context), apply('apply', address, context, ['targeted'])]
    case 'not-applied':
    case 'unapplied':
      return [apply('apply', address, context, ['targeted'])]
    case 'stale-state':
      return [refresh(address, context)]
    case 'drifted':
    case 'conflict':
      return [revert(finding, address, context), ...(adopt ? [adopt] : [])]
    case 'drifted-undeclared':
      // What opens an object to everyone is nothing to get used to, and no apply takes it away.
      if (finding.severity === 'critical') return [{kind: 'revert', hindrance: 'not-set'}]
      return [refresh(address, context), ...(adopt ? [adopt] : [])]
    default:
      return []
  }
}

function apply(
  kind: 'recreate' | 'revert' | 'apply',
  address: string,
  {terraformCommand}: RemedyContext,
  caveats: readonly RemedyCaveat[],
): Remedy {
  return {kind, command: terraformCommand('apply', `-target=${address}`), caveats}
}

function revert(finding: Finding & {readonly path: string}, address: string, context: RemedyContext): Remedy {
  const {objectType} = finding.subject
  const replaces = objectType !== undefined && context.isCreateOnly(objectType, finding.path)
  return apply('revert', address, context, ['targeted', ...(replaces ? (['may-replace'] as const) : [])])
}

function refresh(address: string, {terraformCommand}: RemedyContext): Remedy {
  return {kind: 'refresh', command: terraformCommand('apply', '-refresh-only', `-target=${address}`)}
}

/**
 * A `removed` block names a resource, not one of its instances, and takes Terraform 1.7
 * (https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources); the command does for all.
 */
function forget(
  {source}: Finding,
  address: string,
  context: RemedyContext,
  ...caveats: readonly RemedyCaveat[]
): readonly Remedy[] {
  const byHand: Remedy = {
    kind: 'forget',
    command: context.terraformCommand('state', 'rm', address),
    ...(caveats.length > 0 && {caveats}),
  }
  const version = (source && context.terraformOf(source.file)) ?? context.terraform
  if (address.includes('[') || (version !== undefined && isBefore(version, '1.7.0'))) return [byHand]
  const block: Remedy = {
    kind: 'forget',
    hcl: `removed {\n  from = ${address}\n\n  lifecycle {\n    destroy = false\n  }\n}\n`,
    place: {file: context.fileIn('removed.tf')},
    caveats: [
      ...(caveats.length > 0 ? (['take-out-block'] as const) : []),
      ...(version === undefined ? (['terraform-1.7'] as const) : []),
    ],
  }
  return [block, byHand]
}
