import {writeDemoSnapshot} from './demo/snapshot.ts'

/** Writes the live side of the embedded sample; `npm run demo:live`. A test tells when it is out of date. */
await writeDemoSnapshot('fixtures/demo/live.jsonl')
