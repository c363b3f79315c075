// One of several processes over PostgreSQL, for tests that kill and freeze it:
// node owners.child.ts <url> <schema> <lease, ms> <name>. It is asked over its channel.
import { silentLog } from '../../adapters/log-pino/index.ts';
import { postgresStore } from '../../adapters/store-postgres/index.ts';

const [, , url = '', schema = '', lease = '', name = ''] = process.argv;
const lost = () => process.exit(1);
const standBy = { waiting: () => {}, lost };
const store = await postgresStore({
  url,
  schema,
  lease: Number(lease),
  name,
  log: silentLog,
  standBy,
});

interface Counter {
  number: number;
  /** What was decided, and the number that it was given. */
  readonly decided: Map<string, { readonly number: number; readonly kept: Promise<unknown> }>;
}

const counters = new Map<string, Counter>();
const opening = new Map<string, Promise<Counter>>();

async function open(partition: string): Promise<Counter> {
  const content = await store.load(partition);
  const decided = (content.get('decided') ?? []).map(
    ({ id, number }) => [id, { number: Number(number), kept: Promise.resolve() }] as const,
  );
  const number = Number(content.get('counter')?.[0]?.['number'] ?? 0);
  const counter = { number, decided: new Map(decided) };
  counters.set(partition, counter);
  return counter;
}

/** Decides once, at once; says so when it is durable. What is asked again is answered again. */
async function decide(partition: string, id: string): Promise<void> {
  if (!opening.has(partition)) opening.set(partition, open(partition));
  const counter = await (opening.get(partition) as Promise<Counter>);
  let known = counter.decided.get(id);
  if (known === undefined) {
    counter.number += 1;
    const { number } = counter;
    const kept = store.commit([
      { partition, collection: 'decided', put: { id, number } },
      { partition, collection: 'counter', put: { id: 'counter', number } },
    ]);
    known = { number, kept };
    counter.decided.set(id, known);
  }
  await known.kept;
  process.send?.({ id, number: known.number });
}

process.on('message', ({ partition, id }: { partition: string; id: string }) => {
  // What is not kept is asked again, of whoever has taken over.
  decide(partition, id).catch(lost);
});
process.once('SIGTERM', () => void store.close().then(() => process.exit(0)));
process.send?.('works');
