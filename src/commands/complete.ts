import {Command} from '@oclif/core/command'

import {closest} from '../model/closest.ts'
import {userError} from '../errors.ts'

/** Neither a project file nor `TRUEUP_*` has a say in what a shell asks at every key. */
export default class Complete extends Command {
  static override summary = 'Print what makes a shell complete commands, flags and values.'

  static override description =
    'For bash, zsh, fish and PowerShell. What follows -- is a command line to be completed: that is what the printed script asks for.'

  static override usage = '<%= command.id %> bash|fish|powershell|zsh'

  static override examples = [
    {description: 'In this bash', command: 'source <(<%= config.bin %> <%= command.id %> bash)'},
    {
      description: 'In every fish from now on',
      command: '<%= config.bin %> <%= command.id %> fish > ~/.config/fish/completions/<%= config.bin %>.fish',
    },
  ]

  static override strict = false

  async run(): Promise<void> {
    this.parsed = true
    const {completionScript, completions, shells} = await import('../cli/completion.ts')
    const [shell = '', ...words] = this.argv
    if (shell === '--') {
      const {topics, commands} = this.config
      process.stdout.write(completions({topics, commands}, words))
      return
    }
    const known = shells.find((name) => name === shell)
    if (known) process.stdout.write(completionScript(this.config.bin, known))
    else {
      const meant = closest(shell, shells)
      const hint = meant === undefined ? `One of ${shells.join(', ')}` : `Did you mean ${meant}?`
      throw userError('shell-unknown', shell === '' ? 'no shell is named' : `no shell ${shell} is known`, hint)
    }
  }
}
