import {parentPort, threadId} from 'node:worker_threads'

import type {Answer} from '../../../../src/declared/hcl/parse/worker-pool.ts'

/** Does what it is told, and answers with the thread that it is. */
parentPort?.on('message', (order: string) => {
  if (order === 'exit') process.exit(1)
  if (order === 'throw') throw new Error('nobody catches this')
  if (order === 'hang') for (;;);
  const answers: Record<string, Answer<number>> = {
    refuse: {kind: 'error', name: 'SyntaxError', message: 'refused'},
    break: {kind: 'broken', name: 'RangeError', message: 'broken'},
  }
  parentPort?.postMessage(answers[order] ?? {kind: 'result', result: threadId})
})
