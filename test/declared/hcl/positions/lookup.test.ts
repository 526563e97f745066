import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import type {Path} from '../../../../src/declared/hcl/positions/position-tree.ts'
import {positionsOf} from '../../../../src/declared/hcl/positions/positions-of.ts'

const fixtures = join(import.meta.dirname, '../../../../fixtures/hcl/positions')
const web = ['resource', 'aws_instance', 'web']
const group = ['resource', 'aws_security_group', 'web']

const cases: readonly [file: string, looked: string, path: Path, line: number | undefined, column?: number][] = [
  ['tags/main.tf', 'a resource', web, 14, 1],
  ['tags/main.tf', 'an attribute', [...web, 'ami'], 15, 3],
  ['tags/main.tf', 'a tag in merge', [...web, 'tags', 'Owner'], 21, 7],
  ['tags/main.tf', 'a tag that is not written here', [...web, 'tags', 'Team'], 17, 3],
  ['tags/main.tf', 'a tag that both branches have', [...web, 'volume_tags', 'Owner'], 27, 3],
  ['tags/main.tf', 'a tag that one branch has', [...web, 'volume_tags', 'Copy'], 27, 48],
  ['tags/main.tf', 'an attribute that is not written', [...web, 'instance_type'], 14, 1],
  [
    'tags/main.tf',
    'inside a document',
    ['resource', 'aws_s3_bucket_policy', 'logs', 'policy', 'Statement', 1, 'Action', 0],
    37,
    36,
  ],
  ['tags/main.tf', 'one of two providers', ['provider', 'aws', 1], 9, 1],
  ['tags/main.tf', 'an attribute of any of them', ['provider', 'aws', 'alias'], 10, 3],
  ['tags/main.tf', 'an attribute of both of them', ['provider', 'aws', 'region'], undefined],
  ['nested-blocks/main.tf', 'the only block without its index', [...web, 'root_block_device', 'volume_size'], 12, 5],
  ['nested-blocks/main.tf', 'one of several without its index', [...web, 'ebs_block_device', 'device_name'], 10, 1],
  ['tags/main.tf', 'a block without its index', ['provider', 'aws', 'default_tags', 'tags', 'Environment'], 5, 14],
  ['tags/main.tf', 'a local value in the second block', ['locals', 'first'], 47, 3],
  ['tags/main.tf', 'what an index takes from an object', ['locals', 'first', 'Owner'], 47, 3],
  ['tags/main.tf', 'what a for expression makes', ['locals', 'tags', 'web', 'Owner'], 43, 52],
  ['tags/main.tf', 'one of what it makes', ['locals', 'tags', 'web'], 43, 3],
  ['tags/main.tf', 'a resource of another file', ['resource', 'aws_instance', 'other', 'tags'], undefined],
  ['nested-blocks/main.tf', 'a block', [...web, 'ebs_block_device', 1], 15, 3],
  ['nested-blocks/main.tf', 'an attribute in it', [...web, 'ebs_block_device', 1, 'device_name'], 15, 22],
  ['nested-blocks/main.tf', 'one block too many', [...web, 'ebs_block_device', 2, 'device_name'], 10, 1],
  ['nested-blocks/main.tf', 'a block with a label', ['terraform', 'backend', 's3', 'bucket'], 3, 5],
  ['dynamic/main.tf', 'a block before a dynamic one', [...group, 'ingress', 0, 'from_port'], 3, 5],
  ['dynamic/main.tf', 'a block that it makes', [...group, 'ingress', 7], 5, 3],
  ['dynamic/main.tf', 'an attribute of a block that it makes', [...group, 'ingress', 7, 'from_port'], 9, 7],
  ['dynamic/main.tf', 'what it is made of', [...group, 'dynamic', 'ingress', 0, 'for_each'], 6, 5],
  ['dynamic/main.tf', 'a block that may be before or behind', [...group, 'egress', 0, 'from_port'], 1, 1],
  ['json/main.tf.json', 'a resource', web, 5, 7],
  ['json/main.tf.json', 'a tag', [...web, 'tags', 'Owner'], 7, 18],
  ['json/main.tf.json', 'the only block', [...web, 'root_block_device', 0, 'volume_size'], 8, 31],
  ['json/main.tf.json', 'one of several', [...web, 'ebs_block_device', 1, 'device_name'], 9, 60],
  ['json/main.tf.json', 'a local value in the second block', ['locals', 'second'], 13, 29],
]

test.each(cases)('%s: %s', async (file, _, path, line, column) => {
  const positions = await positionsOf(file, readFileSync(join(fixtures, file), 'utf8'))
  expect(positions.positionOf(path)).toEqual(line === undefined ? {file} : {file, line, column})
})
