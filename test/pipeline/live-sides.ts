import {LiveIndex} from '../../src/join/live-index.ts'
import type {LiveEvent} from '../../src/model/live.ts'
import {openLiveSide, type LiveSide} from '../../src/pipeline/live.ts'
import {OpenAccounts, type AccountSide} from '../../src/pipeline/open-accounts.ts'

type OpenLive = typeof openLiveSide

/** The live side in one piece: nothing is joined before all of it is there. */
export function inOnePiece(open: OpenLive): OpenLive {
  return async (...request) => {
    const side = await open(...request)
    const whole = new LiveIndex()
    for await (const {index} of side.accounts) whole.absorb(index, () => true)
    whole.absorb(side.common, () => true)
    return {...side, accounts: sidesOf([]), common: whole}
  }
}

/** The same accounts, the other way round. */
export function reversed(open: OpenLive): OpenLive {
  return async (...request) => {
    const side = await open(...request)
    return {...side, accounts: sidesOf((await Array.fromAsync(side.accounts)).toReversed())}
  }
}

/** Of all others the packed form is compared as well. */
const keptAsTheyAre = 20

const input = {kind: 'aws', name: 'some accounts', objects: 0} as const

/** Events as a live side. */
export function saying(events: readonly LiveEvent[], reread?: LiveSide['reread']): OpenLive {
  return async (_request, _wanted, catalog) => {
    const common = new LiveIndex()
    const open = new OpenAccounts(common, keptAsTheyAre)
    for (const event of events) {
      if (event.kind === 'object') await catalog.want(event.object.type)
      open.add(event)
    }
    const sides = open.accounts.map((account) => open.take(account))
    return {accounts: sidesOf(sides), common, input: () => input, ...(reread && {reread})}
  }
}

async function* sidesOf(sides: readonly AccountSide[]): AsyncGenerator<AccountSide> {
  yield* sides
}
