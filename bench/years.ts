import { performance } from 'node:perf_hooks';
import { documentMaker } from '../adapters/documents/index.ts';
import { put, type Remember } from '../src/core/collection.ts';
import { Memory } from '../src/core/memory.ts';
import { pipelineCollections } from '../src/core/records.ts';
import { DAY, HOUR, momentOf } from '../src/core/time.ts';
import { exampleAlliance } from '../src/demo.ts';
import { imported } from '../src/features/import/index.ts';
import { features } from '../src/features/index.ts';

/*
 * Ten years of an alliance: a report, its chart, a table and the board, each with what it takes and
 * how long anybody else has to wait meanwhile. `node --expose-gc bench/years.ts [YEARS]`.
 */

const YEARS = Number(process.argv[2] ?? 10);
const PER_YEAR = 500;
const THERE = 40;
const REQUESTS = YEARS * 2_000;
const ZONE = 'Asia/Shanghai';
const NOW = momentOf('2026-12-01', '09:00', ZONE);
const said = { by: 'p0', message: 'm' };

function collectionCalled(name: string) {
  const found = features.flatMap((one) => one.collections).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no collection ${name}`);
  return found;
}

function tenYears(): Memory {
  const collections = [...features.flatMap((one) => one.collections), ...pipelineCollections];
  const records = new Memory('bench', collections, new Map(), () => {});
  const file = exampleAlliance();
  records.apply([...imported(file, records, NOW)]);
  const span = YEARS * 365 * DAY;
  const people = Array.from({ length: 2_000 }, (_, at) =>
    put(collectionCalled('people'), {
      id: `p${at}`,
      name: `人${at}`,
      role: at % 4 === 0 ? 'guest' : 'member',
      ...(at % 4 === 0 ? {} : { unit: file.units[at % file.units.length]?.id }),
    } as never),
  );
  records.apply(people);
  for (let at = 0; at < YEARS * PER_YEAR; at++) {
    const start = NOW - span + Math.floor((span * at) / (YEARS * PER_YEAR));
    const id = `e${at}`;
    const changes: Remember[] = [
      put(collectionCalled('activities'), {
        id,
        number: at + 1,
        kind: 'service',
        title: '服务日',
        start,
        end: start + 2 * HOUR,
        groups: [],
        state: 'archived',
        opens: start,
        closes: start + 2 * HOUR,
        announced: true,
      } as never),
      put(collectionCalled('minutes'), {
        id,
        text: '清理楼道',
        served: { people: 30, estimated: false },
        photos: [],
        at: start,
        ...said,
      } as never),
    ];
    for (let who = 0; who < THERE; who++) {
      const person = `p${(at * 7 + who * 13) % 2_000}`;
      changes.push(
        put(collectionCalled('attendance'), {
          id: `${id}/${person}`,
          activity: id,
          person,
          state: 'present',
          heads: 1,
          at: start,
          ...said,
        } as never),
      );
    }
    records.apply(changes);
  }
  for (let at = 0; at < REQUESTS; at++) {
    const begin = NOW - span + Math.floor((span * at) / REQUESTS);
    const id = `r${at}`;
    const claimants = [{ unit: file.units[at % file.units.length]?.id }];
    const steps = ['submit', 'claim', 'done', 'accept'] as const;
    records.apply([
      put(collectionCalled('requests'), {
        id,
        number: at + 1,
        kind: 'need',
        text: '楼道灯坏了',
        category: '设施维修',
        photos: [],
        asker: 'p0',
        reporter: 'p0',
        discreet: false,
        at: begin,
        message: 'm',
        state: 'resolved',
        since: begin + 3 * HOUR,
        claimants,
        reopened: 0,
        seconds: [],
      } as never),
      ...steps.map((event, step) =>
        put(collectionCalled('requestEntries'), {
          id: `${id}-${step}`,
          request: id,
          event,
          at: begin + step * HOUR,
          ...said,
          ...(event === 'claim' ? { claimant: claimants[0] } : {}),
        } as never),
      ),
    ]);
  }
  return records;
}

const records = tenYears();
globalThis.gc?.();
const base = process.memoryUsage().heapUsed;
const maker = documentMaker();
const context = { records, now: NOW, zone: ZONE };
const write = (text: { zh: string } | string) => (typeof text === 'string' ? text : text.zh);
const views = new Map(features.flatMap((one) => one.documents).map((one) => [one.name, one]));

/** The longest that the event loop stood still. */
function watched(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - last);
  };
}

async function measured(what: string, name: string, id: string): Promise<void> {
  const longest = watched();
  const begun = performance.now();
  const found = views.get(name)?.content(id, write as never, context);
  const decided = performance.now() - begun;
  if (found === undefined) throw new Error(`${what}: nothing`);
  const bytes = await maker.make(found.content);
  const all = performance.now() - begun;
  const kilobytes = Math.round(bytes.length / 1024);
  process.stdout.write(
    `${what}: ${Math.round(decided)} ms to decide, ${Math.round(all)} ms in all, others waited ` +
      `${Math.round(longest())} ms at most, ${kilobytes} kB\n`,
  );
}

process.stdout.write(
  `${YEARS * PER_YEAR * THERE} attendances, ${REQUESTS} requests: ${Math.round(base / 1_048_576)} MB\n`,
);
await measured('the document of a month', 'report-letter', '2026-11');
await measured('the document of a year', 'report-letter', '2026');
await measured('the charts of a year', 'report-chart', '2026');
await measured('attendance of a month as a table', 'export', 'attendance 2026-11 private');
await measured('attendance of a year as a table', 'export', 'attendance 2026 private');
const begun = performance.now();
const { boards } = await import('../src/features/board/records.ts');
records.apply([put(boards, { id: 'board', address: 'a'.repeat(32), on: true, at: NOW, ...said })]);
const pages = features.flatMap((one) => one.pages?.(context) ?? []);
process.stdout.write(
  `the board: ${Math.round(performance.now() - begun)} ms, ${pages[0]?.page.length ?? 0} characters\n`,
);
const { heapUsed, rss } = process.memoryUsage();
process.stdout.write(
  `at the end ${Math.round(heapUsed / 1_048_576)} MB of heap, ${Math.round(rss / 1_048_576)} MB in all\n`,
);
await maker.close();
