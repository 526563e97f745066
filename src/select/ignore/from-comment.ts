import {attributeSteps, covers} from '../../model/attribute-path.ts'
import type {Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import {Wildcards} from '../../model/wildcard.ts'
import {wasLookedFor, type Looked, type Sought} from '../baseline/looked.ts'
import type {CommentedIgnore} from './entry.ts'
import {pathsOf} from './from-entry.ts'
import type {Ignore} from './ignore.ts'
import {soughtCodes, typeIn} from './sought.ts'

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
  const sought = [...addresses].flatMap((address) => {
    const type = typeIn(address)
    const where = {address, ...(type !== undefined && {type})}
    return soughtCodes(only, place.slice(0, 1)).map((code) => ({...where, ...(code !== undefined && {code})}))
  })
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
    hadItsChance: (looked) =>
      addresses.size > 0 && sought.every((one) => wasLookedFor(one, looked) && !isHidden(one, looked)),
  }
}

/** Gaps of single resources name them. */
function isHidden({address}: Sought, {gaps}: Looked): boolean {
  return address !== undefined && gaps.some(({hides}) => hides.examples.includes(address))
}
