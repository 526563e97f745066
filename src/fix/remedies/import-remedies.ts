import type {Finding} from '../../model/finding.ts'
import type {Remedy, RemedyCaveat} from '../../model/remedy.ts'
import {quoted} from '../hcl/literal.ts'
import {type ImportTarget, importTargetOf} from './import-id.ts'
import type {Place, RemedyContext} from './context.ts'
import {isBefore} from './version.ts'

/** The file that import blocks are written to. */
const importsFile = 'imports.tf'

/** The file that Terraform writes the code of imported objects to; it has to be a new one. */
export const generatedFile = 'generated.tf'

/** An import block for an object that nobody declares, or the command of Terraform before 1.5, and how its code is made. */
export function importRemedies(finding: Finding, context: RemedyContext): readonly Remedy[] {
  const target = importTargetOf(finding)
  if (typeof target === 'string') return [{kind: 'import', hindrance: target}]
  const address = context.names.propose(target.type, target.name)
  const place = context.placeOf(finding.subject.location ?? {})
  const caveats: readonly RemedyCaveat[] = [
    'address-proposed',
    ...(target.isProven ? [] : (['id-unproven'] as const)),
    ...(place === 'unknown' ? (['provider-unknown'] as const) : []),
  ]
  const {terraform} = context
  if (terraform !== undefined && isBefore(terraform, '1.5.0')) {
    return [{kind: 'import', command: context.terraformCommand('import', address, target.id), caveats}]
  }
  const version = terraform === undefined ? (['terraform-1.5'] as const) : []
  return [
    {
      kind: 'import',
      hcl: importBlock(address, target, place),
      place: {file: context.fileIn(importsFile)},
      caveats: [...caveats, ...version],
    },
    context.generate,
  ]
}

/** https://developer.hashicorp.com/terraform/language/import; aligned as `terraform fmt` does. */
function importBlock(address: string, {id}: ImportTarget, place: Place): string {
  const members = [
    ...(typeof place === 'object' && place.provider !== undefined ? [['provider', place.provider] as const] : []),
    ['to', address] as const,
    ['id', quoted(id)] as const,
  ]
  const width = Math.max(...members.map(([name]) => name.length))
  return ['import {', ...members.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`), '}', ''].join('\n')
}
