import {join} from 'node:path'

import {beforeAll, expect, test} from 'vitest'

import {type Configuration, readConfiguration} from '../../../../src/declared/hcl/read-configuration.ts'
import type {SourceRef} from '../../../../src/model/source.ts'

const folder = join(import.meta.dirname, '../../../../fixtures/hcl/positions/overrides')
let configuration: Configuration

beforeAll(async () => {
  configuration = await readConfiguration(folder)
})

function resourceAt(address: string) {
  return configuration.resources.find((resource) => resource.address === address)
}

function shown(source: SourceRef | undefined): string {
  return `${source?.file.slice(folder.length + 1)}:${source?.line}:${source?.column}`
}

test('a resource stands in its file, and what an override file says anew in that one', () => {
  const web = resourceAt('aws_instance.web')
  expect(shown(web?.source)).toBe('web.tf:1:1')
  expect(shown(web?.positions?.(['ami']))).toBe('web.tf:3:3')
  expect(shown(web?.positions?.(['tags', 'Owner']))).toBe('web_override.tf:3:12')
  expect(shown(web?.positions?.(['tags_all', 'Team']))).toBe('web_override.tf:3:3')
  expect(shown(web?.positions?.(['monitoring']))).toBe('web.tf:1:1')
})

test('a resource in a module stands there, and each call that leads to it in the module above', () => {
  const part = resourceAt('module.parts.module.inner.aws_instance.part')
  expect(shown(part?.source)).toBe('parts/inner/main.tf:1:1')
  expect(shown(part?.positions?.(['ami']))).toBe('parts/inner/main.tf:2:3')
  expect(part?.calls?.map(shown)).toEqual(['web.tf:7:1', 'parts/main.tf:1:1'])
})
