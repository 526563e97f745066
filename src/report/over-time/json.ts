import type {FindingLife, History} from '../../model/history.ts'
import {writeJson} from '../write-json.ts'
import {codeTitle} from './finding-text.ts'
import type {HistoryJson} from './schema.ts'

export function historyJson({findings, ...history}: History): HistoryJson {
  return {schemaVersion: '1.0', ...history, findings: findings.map(lifeJson)}
}

function lifeJson({finding, standing, appearances, seconds, cost}: FindingLife): HistoryJson['findings'][number] {
  const {location, ...own} = finding
  return {
    title: codeTitle(own.code),
    ...own,
    ...location,
    standing,
    appearances,
    seconds,
    ...(cost && {lifeCost: cost}),
  }
}

export function renderHistoryJson(history: History): Iterable<string> {
  return writeJson(historyJson(history))
}
