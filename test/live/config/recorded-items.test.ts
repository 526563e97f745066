import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {liveObjectOf, type ConfigItem} from '../../../src/live/config/item.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'

describe.skipIf(!hasSharedData)('recorded configuration items', () => {
  test.each(hasSharedData ? filesIn('config-items') : [])('%s becomes an object or a gap', (file) => {
    for (const item of itemsIn(readFileSync(join(sharedData, file), 'utf8'))) {
      const event = liveObjectOf(item)
      if (event?.kind === 'object') {
        expect(event.object.id).not.toBe('')
        expect(event.object.location.account).toMatch(/^\d+$/)
      } else expect(event?.gap.hides.count).toBe(1)
    }
  })

  test.each(hasSharedData ? filesIn('config-answers/config.SelectResourceConfig') : [])('%s is understood', (file) => {
    const {data} = JSON.parse(readFileSync(join(sharedData, file), 'utf8')) as {data: {Results: string[]}}
    for (const result of data.Results) {
      const item = {resourceType: 'AWS::ECR::Repository', resourceId: 'x', ...(JSON.parse(result) as object)}
      const home = {partition: 'aws', account: '111122223333', region: 'us-east-2'}
      expect(liveObjectOf(item, home)?.kind).toMatch(/^(object|gap)$/)
    }
  })
})

function filesIn(folder: string): string[] {
  return readdirSync(join(sharedData, folder)).map((name) => `${folder}/${name}`)
}

/** One of the files is not JSON at all, as its publisher has it. */
function itemsIn(text: string): readonly ConfigItem[] {
  try {
    return [JSON.parse(text) as ConfigItem | ConfigItem[]].flat()
  } catch {
    return []
  }
}
