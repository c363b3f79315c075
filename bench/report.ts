import { cpus, loadavg, totalmem } from 'node:os';
import { type Measured, shown, table } from './measure.ts';
import type { peers } from './peers.ts';

/** One message, over one store, with so many people there. */
export interface Cell {
  readonly what: string;
  readonly store: string;
  readonly size: number;
  readonly atOnce: number;
  readonly measured: Measured;
}

/** What a run found, as a page. */
export function report({
  cells,
  facts,
  due,
  others,
  isQuick,
}: {
  readonly cells: readonly Cell[];
  readonly facts: readonly string[][];
  readonly due: readonly string[][];
  readonly others: Awaited<ReturnType<typeof peers>>;
  readonly isQuick: boolean;
}): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg()[0]?.toFixed(1);
  const sizes = cells.map(({ size }) => size);
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  const pairs = cells.filter(({ size }) => size === most);
  const flat = pairs.map((cell) => {
    const few = cells.find(
      (one) =>
        one.size === least &&
        one.what === cell.what &&
        one.store === cell.store &&
        one.atOnce === cell.atOnce,
    );
    const ratio = cell.measured.cpu.median / (few?.measured.cpu.median ?? 1);
    return [cell.what, cell.store, `${cell.atOnce}`, ratio.toFixed(2)];
  });
  return `# What things cost

Written by \`npm run bench${isQuick ? ' -- --quick' : ''}\`; medians of five${isQuick ? ' (of two for rules due)' : ''} with the range. Compare within one run only.
${machine}; Node ${process.version}; load at the end ${load}. The disk as it is, but for the rows that say otherwise.
A message goes from the decoded \`Incoming\` to the answer taken by a chat that accepts at once,
card and tick-off included.

## Messages

${table(
  ['message', 'store', 'there', 'at once', 'CPU µs a message', 'messages a second'],
  cells.map((cell) => [
    cell.what,
    cell.store,
    cell.size.toLocaleString('en'),
    `${cell.atOnce}`,
    shown(cell.measured.cpu),
    shown(cell.measured.rate),
  ]),
)}

## CPU with ${most.toLocaleString('en')} there ÷ with ${least.toLocaleString('en')}

${table(['message', 'store', 'at once', 'ratio'], flat)}

## The disk

${table(['what', 'there', 'value'], facts)}

## Rules due in the same second

${table(['rules', 'alliances', 'groups each', 'decided, ms', 'all sent, ms', 'CPU ms', 'missed'], due)}

## Others

${table(
  ['what', 'CPU µs each', 'a second'],
  others.map(({ what, measured: found, why }) =>
    found === undefined
      ? [what, `not measured: ${why}`, '']
      : [what, shown(found.cpu), shown(found.rate)],
  ),
)}

Not measured: recovery after a failed commit, the heap of closed partitions.
`;
}
