import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import {positionsOf} from '../../../../src/declared/hcl/positions/positions-of.ts'
import {TextPlaces} from '../../../../src/declared/hcl/positions/text-places.ts'

const path = ['resource', 'aws_instance', 'web', 'tags', 'Owner']
const config = (tags: string) => `resource "aws_instance" "web" {\n${tags}\n}\n`

describe('a place is as an editor shows it', () => {
  test.each([
    ['spaces', config('  tags = { Owner = "web" }'), 2, 12],
    ['a tab is one column', config('\ttags\t= { Owner = "web" }'), 2, 11],
    ['letters beyond ASCII', config('  tags = { Größe = 1, "日本" = 2, Owner = "web" }'), 2, 33],
    ['letters beyond 16 bits', config('  tags = { "🚀🚀" = 1, Owner = "web" }'), 2, 22],
    ['Windows line ends', config('  tags = { Owner = "web" }').replaceAll('\n', '\r\n'), 2, 12],
    ['a byte order mark', `\uFEFF${config('  tags = { Owner = "web" }')}`, 2, 12],
    ['everything on one line', 'resource "aws_instance" "web" { tags = { Owner = 1 } }', 1, 42],
  ])('%s', async (_, text, line, column) => {
    const positions = await positionsOf('main.tf', text)
    expect(positions.positionOf(path)).toEqual({file: 'main.tf', line, column})
    const name = positions.nearest(path)?.name ?? {start: 0, end: 0}
    const {start, end} = positions.rangeOf(name)
    expect(Buffer.from(text).subarray(start.byte, end.byte).toString()).toBe('Owner')
    expect(positions.textOf(name)).toBe('Owner')
  })

  test('a byte order mark at the start is no column', async () => {
    const {things} = await positionsOf('main.tf', '\uFEFFlocals {}')
    expect(new TextPlaces('\uFEFFlocals {}').at(things[0]?.range.start ?? -1)).toEqual({line: 1, column: 1, byte: 3})
  })

  test('of every offset', () => {
    const character = fc.constantFrom('a', '\n', '\r\n', '\t', 'é', '日', '🚀', '\uFEFF')
    const text = fc.array(character).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, fc.nat({max: 40}), (whole, at) => {
        const places = new TextPlaces(whole)
        const offset = Math.min(at, places.text.length)
        fc.pre(!/[\uDC00-\uDFFF]/.test(places.text.charAt(offset)))
        const lines = places.text.slice(0, offset).split('\n')
        expect(places.at(offset)).toEqual({
          line: lines.length,
          column: Array.from(lines.at(-1) ?? '').length + 1,
          byte: Buffer.byteLength(whole) - Buffer.byteLength(places.text.slice(offset)),
        })
      }),
    )
  })
})

describe('whatever a file holds, there are positions and no exception', () => {
  const tokens = [
    'resource "aws_instance" "web" ',
    'dynamic "x" ',
    'content ',
    'for k, v in x : k => v',
    '<<EOT\n',
    'EOT',
    '\n',
  ]
  const letters = Array.from('{}[]()="1,#:🚀\0\\')
  const piece = fc.constantFrom(...tokens, ...letters, '${', '%{', '/*', '*/', '...', ' = ', 'tags', 'merge', '\\u')
  const text = fc.array(piece, {maxLength: 60}).map((pieces) => pieces.join(''))

  test.each(['main.tf', 'main.tf.json'])('%s', async (file) => {
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const positions = await positionsOf(file, content)
        for (const {name, range} of positions.things) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(positions.rangeOf(name).start.line).toBeGreaterThan(0)
        }
      }),
    )
  })

  test.each([
    ['brackets', `a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['parentheses', `a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['objects', `a = ${'{ b = '.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['blocks', `${'a {\n'.repeat(5_000)}${'}\n'.repeat(5_000)}`],
    ['open blocks', 'a {\n'.repeat(5_000)],
  ])('%s nested deep', async (_, content) => {
    const positions = await positionsOf('main.tf', content)
    expect(positions.things.length).toBeGreaterThan(0)
  })

  test('lists nested deep in JSON', async () => {
    const positions = await positionsOf('main.tf.json', `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)
    expect(positions.positionOf(['a'])).toEqual({file: 'main.tf.json', line: 1, column: 2})
  })

  test('nothing', async () => {
    expect((await positionsOf('main.tf', '')).positionOf(path)).toEqual({file: 'main.tf'})
    expect((await positionsOf('main.tf.json', '')).positionOf(path)).toEqual({file: 'main.tf.json'})
  })
})
