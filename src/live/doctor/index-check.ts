import {call} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import {checked} from './checked.ts'

/** Whether Resource Explorer is on: it alone lists objects of types that nothing else lists, and those that were never tagged. */
export async function checkIndex(session: AwsSession, signal: AbortSignal): Promise<readonly Check[]> {
  const about = {check: 'index', account: session.account} as const
  return checked(about, async () => {
    const {ResourceExplorer2Client, ListIndexesCommand} = await import('@aws-sdk/client-resource-explorer-2')
    const client = new ResourceExplorer2Client(session.clientSettings(session.region))
    const {Indexes: indexes = []} = await call('resource-explorer-2:ListIndexes', () =>
      client.send(new ListIndexesCommand({MaxResults: 100}), {abortSignal: signal}),
    )
    const aggregator = indexes.find(({Type: type}) => type === 'AGGREGATOR')
    if (aggregator) {
      const text = `Resource Explorer has an aggregator index in ${aggregator.Region ?? 'a region'}, of ${indexes.length} regions.`
      return [{...about, status: 'ok', text}]
    }
    const text = indexes.length === 0 ? 'Resource Explorer is off.' : 'Resource Explorer has no aggregator index.'
    const todo = 'Turn it on, with an aggregator index: it is free of charge.'
    return [{...about, status: 'warn', text, todo}]
  })
}
