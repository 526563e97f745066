import {attributeSteps, covers} from '../../model/attribute-path.ts'
import type {Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import {Wildcards} from '../../model/wildcard.ts'
import type {CommentedIgnore} from './entry.ts'
import {pathsOf} from './from-entry.ts'
import type {Ignore} from './ignore.ts'

/** `# trueup:ignore` in code: about the resources that stand under it, at the path at which it stands, and below. */
export function fromComment({ignore, addresses}: CommentedIgnore): Ignore {
  const {source, within, only, reason, expires} = ignore
  const place = within.map(String)
  const wanted = new Wildcards(only.flatMap((one) => [one, `${one}.*`]))
  const isMeant = (finding: Finding): boolean => {
    const paths = pathsOf(finding)
    const isWithin = place.length === 0 || paths.some((path) => covers(place, attributeSteps(path)))
    const names = [finding.code, kindOf(finding.code), ...paths]
    return isWithin && (only.length === 0 || names.some((name) => wanted.match(name)))
  }
  const about = ['trueup:ignore', ...only].join(' ')
  const [first = ''] = [...addresses].toSorted()
  return {
    kind: 'comment',
    rule: about,
    source,
    ...(reason !== undefined && {reason}),
    ...(expires !== undefined && {until: expires}),
    identity: [first, ...place, about].join(' '),
    takes: (finding) =>
      finding.subject.address !== undefined && addresses.has(finding.subject.address) && isMeant(finding),
    hadItsChance: ({inputs, gaps, tagsAlone, takes}) =>
      !tagsAlone &&
      inputs.live.kind !== 'none' &&
      inputs.policies.length > 0 &&
      [...addresses].every((address) => takes({address}) && !gaps.some(({hides}) => hides.examples.includes(address))),
  }
}
