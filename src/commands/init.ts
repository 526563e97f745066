import {BaseCommand} from '../cli/base-command.ts'
import {writeProject} from '../cli/project/write.ts'

export default class Init extends BaseCommand {
  static override summary = 'Write a trueup.yaml from what is here, in which every key is explained.'

  static override description =
    'Looks for states, for code that says where its state is kept, and for tag policies, and sets the keys for them. Every other key stands ' +
    'there as a comment; uncomment what your team does not want to repeat. A file that is there is left as it is.'

  static override examples = ['<%= config.bin %> <%= command.id %>']

  async run(): Promise<{readonly file: string; readonly found: Readonly<Record<string, readonly string[]>>}> {
    await this.parse(Init)
    const {discover} = await import('../pipeline/project/discover.ts')
    const {projectTemplate} = await import('../pipeline/project/template.ts')
    const {folderContent} = await import('../cli/project/folder-content.ts')
    const found = await discover(await folderContent(process.cwd()))
    const file = await writeProject(process.cwd(), projectTemplate(found))
    const said = found.map(({key, values, because}) => `  ${key}: ${values.join(', ')} (${because})`)
    this.log([`${file} is written.`, ...(said.length > 0 ? said : ['  Nothing was found to set in it.'])].join('\n'))
    return {file, found: Object.fromEntries(found.map(({key, values}) => [key, values]))}
  }
}
