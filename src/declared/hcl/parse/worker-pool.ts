import {Worker} from 'node:worker_threads'

/** What a worker answers. After `broken` it is not asked again. */
export type Answer<Result> =
  | {readonly kind: 'result'; readonly result: Result}
  | {readonly kind: 'error' | 'broken'; readonly name: string; readonly message: string}

export interface PoolOptions {
  /** The module that a worker runs: it posts one `Answer` for each message. */
  readonly program: string | URL
  readonly most: number
  /** How much work has to wait before another worker is worth its start. */
  readonly worthStarting: number
  readonly longestMs: number
}

interface Job<Task, Result> {
  readonly task: Task
  readonly weight: number
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/**
 * Threads that do one task each at a time. A worker that dies takes its task along and nothing else: another one is started for what
 * waits. (Pool libraries bring worker files of their own, which a bundle cannot hold.) Idle workers keep no process alive.
 */
export class WorkerPool<Task, Result> {
  readonly #options: PoolOptions
  readonly #waiting: Job<Task, Result>[] = []
  readonly #alive = new Set<Worker>()
  readonly #running = new Map<Worker, Job<Task, Result> & {readonly timer: NodeJS.Timeout}>()
  #idle: Worker[] = []
  /** Of what waits. */
  #weight = 0

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** @throws Error that the worker tells of, or one that says that it stopped */
  async run(task: Task, weight: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({task, weight, resolve, reject})
      this.#weight += weight
      this.#next()
    })
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? this.#started()
      const job = worker && this.#waiting.shift()
      if (!job) return
      this.#weight -= job.weight
      this.#work(worker, job)
    }
  }

  #started(): Worker | undefined {
    const {most, worthStarting, program} = this.#options
    const size = this.#alive.size
    if (size >= most || (size > 0 && this.#weight < worthStarting)) return undefined
    const worker = new Worker(program, {resourceLimits: {stackSizeMb}})
    this.#alive.add(worker)
    worker.on('error', (error) => this.#dead(worker, stopped, error))
    worker.on('exit', () => this.#dead(worker, stopped))
    worker.on('message', (answer: Answer<Result>) => this.#answered(worker, answer))
    return worker
  }

  #work(worker: Worker, job: Job<Task, Result>): void {
    const timer = setTimeout(() => this.#dead(worker, 'takes too long to be parsed'), this.#options.longestMs)
    this.#running.set(worker, {...job, timer})
    worker.ref()
    worker.postMessage(job.task)
  }

  #answered(worker: Worker, answer: Answer<Result>): void {
    if (answer.kind === 'broken') return this.#dead(worker, answer.message)
    const job = this.#ended(worker)
    this.#idle.push(worker)
    if (answer.kind === 'result') job?.resolve(answer.result)
    else job?.reject(errorOf(answer))
    this.#next()
  }

  /** Told more than once: by what ended it, and by its end. */
  #dead(worker: Worker, reason: string, cause?: unknown): void {
    const job = this.#ended(worker)
    if (!this.#alive.delete(worker)) return
    this.#idle = this.#idle.filter((other) => other !== worker)
    void worker.terminate()
    job?.reject(new Error(reason, {cause}))
    this.#next()
  }

  #ended(worker: Worker): Job<Task, Result> | undefined {
    const job = this.#running.get(worker)
    this.#running.delete(worker)
    clearTimeout(job?.timer)
    worker.unref()
    return job
  }
}

const stopped = 'stops the parser'

/** Go in WebAssembly recurses on the stack of JavaScript. */
const stackSizeMb = 16

function errorOf({name, message}: {readonly name: string; readonly message: string}): Error {
  return name === 'SyntaxError' ? new SyntaxError(message) : new Error(message)
}
