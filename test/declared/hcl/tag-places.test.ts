import {expect, test} from 'vitest'

import {readCase} from './fixtures.ts'

test.each([
  {attribute: 'a tag of a block device', path: ['root_block_device', 0, 'tags_all', 'Size'], line: 29},
  {attribute: 'a tag that a dynamic block brings', path: ['ebs_block_device', 1, 'tags_all', 'Content'], line: 36},
  {attribute: 'a default tag: the tags that it joins', path: ['root_block_device', 0, 'tags_all', 'Stage'], line: 29},
  {attribute: 'tags that nobody wrote: the resource', path: ['tags_all', 'Stage'], line: 26},
])('$attribute', async ({path, line}) => {
  const {resources} = await readCase('effective-tags')
  const blocks = resources.find(({address}) => address === 'aws_instance.blocks')
  expect(blocks?.positions?.(path).line).toBe(line)
})
