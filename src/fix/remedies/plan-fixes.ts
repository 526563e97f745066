import type {Severity} from '../../model/finding.ts'
import type {FixPlan} from '../../model/fix-plan.ts'
import type {Remedy} from '../../model/remedy.ts'

/** A finding, as far as mending it goes: of a scan, or of a report that was kept. */
export interface Mendable {
  readonly name: string
  readonly severity: Severity
  readonly remedies: readonly Remedy[]
}

/**
 * Which side stays where code and AWS differ. Without a choice, the live value is taken into the code where an exact edit is known; what is
 * critical (open to everyone) is put back.
 */
export type Keep = 'aws' | 'code'

/** Chooses one remedy for each finding, and puts equal ones together. */
export function planFixes(findings: readonly Mendable[], keep?: Keep): FixPlan {
  const blocks = new Map<string, FixPlan['blocks'][number]>()
  const edits = new Map<string, FixPlan['edits'][number]>()
  const commands = new Map<string, FixPlan['commands'][number]>()
  const left: FixPlan['left'][number][] = []
  for (const {name, severity, remedies} of findings) {
    const chosen = chosenOf(remedies, keep ?? (severity === 'critical' ? 'code' : 'aws'))
    for (const {kind, command, hcl, place, edit} of chosen) {
      if (edit) add(edits, JSON.stringify(edit), {edit, of: [name]})
      else if (hcl !== undefined && place) add(blocks, `${place.file}\n${hcl}`, {file: place.file, hcl, of: [name]})
      else if (command) add(commands, command.join('\0'), {kind, command, of: [name]})
    }
    const hindrance = remedies.find((remedy) => remedy.hindrance !== undefined)?.hindrance
    if (chosen.length === 0 && hindrance !== undefined) left.push({of: name, hindrance})
  }
  return {blocks: [...blocks.values()], edits: [...edits.values()], commands: lastGenerate(commands), left}
}

function chosenOf(remedies: readonly Remedy[], keep: Keep): readonly Remedy[] {
  const can = remedies.filter(
    ({edit, hcl, command}) => edit !== undefined || hcl !== undefined || command !== undefined,
  )
  const adopt = can.find(({kind}) => kind === 'adopt')
  if (adopt && keep === 'aws') return [adopt]
  const imported = can.filter(({kind}) => kind === 'import' || kind === 'generate')
  if (imported.some(({kind}) => kind === 'import')) return imported
  return can.filter(({kind}) => kind !== 'adopt').slice(0, 1)
}

function add<T extends {readonly of: readonly string[]}>(all: Map<string, T>, key: string, one: T): void {
  const known = all.get(key)
  all.set(key, known ? {...known, of: [...known.of, ...one.of]} : one)
}

/** The code of imports is written once the blocks are there, and before anything is applied. */
function lastGenerate(commands: ReadonlyMap<string, FixPlan['commands'][number]>): FixPlan['commands'] {
  const all = [...commands.values()]
  return [...all.filter(({kind}) => kind === 'generate'), ...all.filter(({kind}) => kind !== 'generate')]
}
