import {existsSync, readdirSync} from 'node:fs'

import {expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import {Packing} from '../../src/join/packing.ts'
import {Sensitive} from '../../src/model/value.ts'

test('what was packed is had again as it was, in any order, from whole blocks and from the open one', () => {
  const items = Array.from({length: 300}, (_, index) => ({id: `i-${index}`, tags: {Name: 'a\nb'}, list: [index, null]}))
  const packing = new Packing<object>()
  const kept = items.map((item) => packing.pack(item))
  for (const at of [299, 0, 127, 128, 256, 1, 200]) expect(kept[at]?.get()).toEqual(items[at])
})

test('what holds a secret is kept as it is', () => {
  const item = {password: Sensitive.of('hunter2')}
  expect(new Packing<object>().pack(item).get()).toBe(item)
})

const states = readdirSync('fixtures/types')
  .map((type) => `fixtures/types/${type}/terraform.tfstate`)
  .filter((file) => existsSync(file))

test.each([
  ['all', 0],
  ['all from some state on', 150],
])('packed resources declare what they declared: %s', async (_, packedFrom) => {
  const catalog = await loadCatalog()
  const [plain, packed] = [new Joiner(catalog), new Joiner(catalog, undefined, packedFrom)]
  for await (const event of readStates(states)) {
    if (event.kind === 'resource') {
      await catalog.want(event.resource.type)
      plain.add(event.resource)
      packed.add(event.resource)
    } else if (event.kind === 'state') packed.endOfState()
  }
  const [before, after] = [plain, packed].map((joiner) => {
    const joins = joiner.byAccount()
    joins.prepare()
    return joins.rest(new LiveIndex())
  })
  expect(before?.objects.length).toBeGreaterThan(200)
  expect(after).toEqual(before)
})
