import type {Finding} from '../model/finding.ts'
import {ownerOf} from '../model/owner.ts'

/** What to call the property: the attribute that a person would edit, else the canonical path. */
export function propertyName(finding: Finding): string {
  return ownerOf(finding)?.attribute ?? ('path' in finding ? finding.path : '')
}
