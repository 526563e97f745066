import {parentPort} from 'node:worker_threads'

import type {Expression} from '../expression/expression.ts'
import {loadParser} from './hcl2json.ts'
import {parseText} from './parse-text.ts'
import type {ParsedFile} from './parsed-file.ts'
import {compileTemplates} from './templates.ts'
import type {Answer} from './worker-pool.ts'

/** What `parsing.ts` asks of the threads that run this file. */
export type ParseTask =
  | {readonly kind: 'file'; readonly file: string; readonly text: string}
  | {readonly kind: 'templates'; readonly texts: readonly string[]}

export type Parsed = ParsedFile | ReadonlyMap<string, Expression>

// The parser begins to load before the first file arrives.
void loadParser()

parentPort?.on('message', (task: ParseTask) => {
  void answer(task).then((answered) => parentPort?.postMessage(answered))
})

async function answer(task: ParseTask): Promise<Answer<Parsed>> {
  try {
    const parser = await loadParser()
    const result =
      task.kind === 'file' ? await parseText(task.file, task.text, parser) : await compileTemplates(task.texts, parser)
    return {kind: 'result', result}
  } catch (error) {
    if (error instanceof RangeError)
      return {kind: 'broken', name: error.name, message: 'is nested too deeply to be parsed'}
    const {name, message} = error instanceof Error ? error : new Error(String(error))
    return {kind: 'error', name, message}
  }
}
