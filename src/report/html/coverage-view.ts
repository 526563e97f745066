import type {TypeCoverage} from '../../model/coverage.ts'
import type {Gap} from '../../model/gap.ts'
import type {Report} from '../../model/report.ts'
import {alikeGaps, fewText, type AlikeGaps} from '../alike-gaps.ts'
import {countText} from '../count-text.ts'
import {attributeFigures} from '../coverage-figures.ts'
import {gapWords} from '../gap-words.ts'
import {resourcesText} from '../terminal/closing.ts'
import {escaped} from './escape.ts'
import {placeText} from './place-text.ts'
import {cut, table, type Cell} from './table.ts'

/** What was not looked at, why, and what was compared of each type. */
export function* coverageBody({gaps, coverage}: Report): Generator<string> {
  yield `<p>${escaped(`Resources: ${resourcesText(coverage.resources)}.`)}</p>\n`
  yield '<h3>Could not be checked</h3>\n'
  if (gaps.length === 0) yield '<p>Nothing: all that was in scope was looked at.</p>\n'
  else yield* gapTable(gaps)
  if (coverage.byType.length === 0) return
  yield '<h3>Compared, by type</h3>\n'
  const {shown, left} = cut(coverage.byType)
  yield* table({
    caption: 'What was compared of each type',
    columns: [
      {title: 'Type'},
      {title: 'Resources', align: 'right'},
      {title: 'Attributes compared', align: 'right'},
      {title: 'Percent', align: 'right'},
      {title: 'Confidence'},
      {title: 'Attributes without a rule'},
    ],
    rows: shown.map(typeCells),
    left,
  })
}

/** Of a gap with many. */
const placesNamed = 10

function gapTable(gaps: readonly Gap[]): Iterable<string> {
  const {shown, left} = cut(alikeGaps(gaps))
  return table({
    caption: 'What could not be checked, and what that hides',
    columns: [
      {title: 'Why'},
      {title: 'Type'},
      {title: 'Account'},
      {title: 'Region'},
      {title: 'Hides', align: 'right'},
      {title: 'Among them'},
      {title: 'What happened'},
      {title: 'What to do'},
    ],
    rows: shown.map(gapCells),
    left,
  })
}

function gapCells({reason, type = '', places, hides, detail, grant, source}: AlikeGaps): readonly Cell[] {
  const {title, steps} = gapWords[reason]
  const what = [detail, ...(source ? [`(${placeText(source)})`] : [])].join(' ')
  return [
    title,
    {text: type, mono: true},
    fewText(
      places.map(({account = ''}) => account),
      placesNamed,
    ),
    fewText(
      places.map(({region = ''}) => region),
      placesNamed,
    ),
    {text: countText(hides.count), sort: hides.count},
    {text: hides.examples.slice(0, 3).join(', '), mono: true},
    what,
    grant ? `Allow ${grant.Action} on ${grant.Resource}` : (steps[0]?.text ?? ''),
  ]
}

function typeCells(type: TypeCoverage): readonly Cell[] {
  const {compared, comparable, percent} = attributeFigures(type)
  return [
    {text: type.type, mono: true},
    {text: countText(type.resources), sort: type.resources},
    {text: `${countText(compared)} of ${countText(comparable)}`, sort: compared},
    percent === undefined ? '–' : {text: `${percent} %`, sort: percent},
    type.confidence,
    {text: type.notMappedAttributes.join(', '), mono: true},
  ]
}
