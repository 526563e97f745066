import {BaseCommand} from '../cli/base-command.ts'
import {writeProject} from '../cli/project/write.ts'

export default class Init extends BaseCommand {
  static override summary = 'Write a trueup.yaml in which every key is explained.'

  static override description =
    'Every key stands in it as a comment; uncomment what your team does not want to repeat. A file that is there is left as it is.'

  static override examples = ['<%= config.bin %> <%= command.id %>']

  async run(): Promise<{readonly file: string}> {
    await this.parse(Init)
    const {projectTemplate} = await import('../pipeline/project/template.ts')
    const file = await writeProject(process.cwd(), projectTemplate())
    this.log(`${file} is written.`)
    return {file}
  }
}
