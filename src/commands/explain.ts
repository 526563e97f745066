import * as Args from '@oclif/core/args'

import {BaseCommand} from '../cli/base-command.ts'
import {screenOf} from '../cli/screen.ts'
import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import {explanation, topicList} from '../report/explanation.ts'
import {type Topic, topicOf, topics} from '../report/topics.ts'

export default class Explain extends BaseCommand {
  static override summary = 'Tell what a code of a report or of an error means, and what to do.'

  static override description = 'Without a code, list all of them.'

  static override examples = [
    '<%= config.bin %> explain drifted',
    '<%= config.bin %> explain gap-denied',
    '<%= config.bin %> explain --json',
  ]

  static override args = {
    code: Args.string({description: 'Code of a finding, of a gap (gap-denied) or of an error.'}),
  }

  async run(): Promise<{readonly topics: readonly Topic[]}> {
    const {code} = (await this.parse(Explain)).args
    const screen = screenOf(process.stdout, process.env)
    const shown = code === undefined ? topics : [topicNamed(code)]
    const [only] = shown
    const text = code !== undefined && only ? explanation(only, screen) : topicList(shown, screen)
    this.log([...text].join('').trimEnd())
    return {topics: shown}
  }
}

/** A gap may be named without its prefix, as the JSON report does. */
function topicNamed(code: string): Topic {
  const topic = topicOf(code) ?? topicOf(`gap-${code}`)
  if (topic) return topic
  const guess = closest(
    code,
    topics.map((one) => one.code),
  )
  const hint = guess ? `Did you mean ${guess}?` : 'List all codes: trueup explain'
  throw userError('explain-code-unknown', `nothing is known of the code ${JSON.stringify(code)}`, hint)
}
