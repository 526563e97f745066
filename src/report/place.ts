import type {Finding} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import type {SourceRef} from '../model/source.ts'

/**
 * A file for tools that want one for every finding: its own place, else the first state that was read (what is unmanaged is missing
 * there), else the code. Standard input and what lies elsewhere is no file of a checkout.
 */
export function placeOf({source}: Finding, {inputs}: Report): SourceRef {
  if (source && isFile(source.file)) return source
  const state = inputs.states.find(({file}) => isFile(file))
  return {file: state?.file ?? 'terraform.tfstate'}
}

function isFile(file: string): boolean {
  return !file.startsWith('(') && !/^[a-z][a-z0-9+.-]+:\/\//i.test(file)
}

/** With forward slashes and without a leading `./`: what tools compare with the paths of a repository. */
export function repositoryPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}
