import {describe, expect, test} from 'vitest'

import {comparedPaths, ruleFor} from '../../src/catalog/paths.ts'
import {standardAttributes} from '../../src/catalog/standard-attributes.ts'
import {catalog, check, line} from './check-fixture.ts'
import {mutations} from './mutate.ts'
import {fixtureNames, loadFixture, settableAttributes} from './type-fixtures.ts'

const fixtures = await Promise.all(fixtureNames().map(loadFixture))
const curated = catalog.entries.filter(({confidence}) => confidence === 'curated')

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  test('a live side that says the same yields nothing', () => {
    const {findings, gaps, byType} = check(fixture)
    expect(findings.map(line)).toEqual([])
    expect(gaps.map(({reason, type, detail}) => `${reason} ${type} ${detail}`)).toEqual([])
    expect(
      byType.filter(({notMapped}) => notMapped > 0).map((type) => [type.type, ...type.notMappedAttributes]),
    ).toEqual([])
  })
})

describe('every change of one live value', () => {
  const proven = new Map<string, Set<string>>()
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    'in %s yields at most one finding',
    (_, fixture) => {
      const several: string[] = []
      for (const object of fixture.objects) {
        for (const {path, properties} of mutations(object.properties)) {
          const {findings} = check(fixture, new Map([[object, {...object, properties}]]))
          if (findings.length > 1 && !isElementName(object.type, path))
            several.push(`${path}: ${findings.map(line).join(' | ')}`)
          if (findings.length === 1) prove(object.type, path)
        }
      }
      expect(several).toEqual([])
    },
  )

  /** A member that paths use to name an element (`[Protocol=lambda]`): changed, the element is another one, with all its members. */
  function isElementName(type: string, path: string): boolean {
    const [, list, member] = /^(.*)\.\*\.([^.]+)$/.exec(path) ?? []
    const paths = curated
      .filter(({objectType}) => objectType === type)
      .flatMap((entry) => [...comparedPaths(entry).keys()])
    return paths.some((compared) => compared.startsWith(`${list}[${member}=`))
  }

  function prove(type: string, path: string): void {
    const bare = path.replaceAll('.*', '')
    const paths = proven.get(type)
    if (paths) paths.add(bare)
    else proven.set(type, new Set([bare]))
  }

  test.each(curated.map((entry) => [entry.type, entry] as const))('is found wherever %s compares', (_, entry) => {
    const paths = [...(proven.get(entry.objectType) ?? [])]
    const unproven = [...comparedPaths(entry).keys()].filter((path) => {
      const bare = path.replaceAll(/\[[^\]]*\]/g, '')
      return !paths.some((seen) => seen === bare || seen.startsWith(`${bare}.`))
    })
    expect(unproven).toEqual([])
  })
})

describe('every settable attribute', () => {
  test.each(curated.map((entry) => [entry.type, entry] as const))(
    'of %s is compared or skipped with a reason',
    (_, entry) => {
      const settable = settableAttributes(entry.type)
      expect(settable.length, `fixtures/types/${entry.type}/attributes.json`).toBeGreaterThan(0)
      const forgotten = settable.filter(
        (attribute) =>
          standardAttributes[attribute.split('.')[0] ?? ''] === undefined && ruleFor(entry, attribute) === undefined,
      )
      expect(forgotten).toEqual([])
    },
  )
})
