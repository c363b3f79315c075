import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { connect } from '../../adapters/store-postgres/connection.ts';
import { postgresStore } from '../../adapters/store-postgres/index.ts';
import { BEGINS, GROUPS, groupOf, members, seed, userOf, WORD } from './seed.ts';
import type { FromProcess, ToProcess } from './wire.ts';

/*
 * A city on the 5th at nine: every alliance has a notice for each of its groups, people check in,
 * and of three processes the one that works is killed, then the next one is frozen. Each notice has
 * to come once, or marked as one that may be the second, and each check-in to count once.
 * `--alliances` says how many (200 when left out). The server is `TEST_DATABASE_URL`.
 */

const { values } = parseArgs({ options: { alliances: { type: 'string', default: '200' } } });
const ALLIANCES = Number(values.alliances);
const LEASE = 10_000;
/** Whoever was not heard says it again, as a platform does, ms. */
const AGAIN = 2_000;
const MARK = '（如已收到请忽略）';
const NOTICE = '【今天】';
const URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://127.0.0.1:5432/test';
const schema = `city_${randomBytes(4).toString('hex')}`;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1);

/** What each group was told of the day, and how often, without the mark and with it. */
const notices = new Map<string, { plain: number; marked: number }>();
/** Check-ins that were not heard yet. */
const unheard = new Map<string, ToProcess>();
const counts = new Map<ChildProcess, { statements: number; memory: number }>();
let works: ChildProcess | undefined;
const children = new Set<ChildProcess>();
let isOver = false;
/** Those that were killed or frozen. */
const over = new Set<ChildProcess>();

function start(name: string, ahead: number): void {
  const given = [URL, schema, String(LEASE), String(ahead), name];
  const child = fork(join(import.meta.dirname, 'process.ts'), given, { stdio: 'inherit' });
  children.add(child);
  // What it is told while it ends is told again.
  child.on('error', () => {});
  child.on('message', (told: FromProcess) => hear(child, told));
  child.once('exit', () => {
    children.delete(child);
    if (works === child) works = undefined;
    // As a service manager does.
    if (!isOver) start(name, ahead);
  });
}

function hear(child: ChildProcess, told: FromProcess): void {
  // A start sends what is due before it listens; what was on its way from one that is over says nothing.
  if (/^(works|send)$/.test(told.kind) && !over.has(child)) works = child;
  if (told.kind === 'counts') counts.set(child, told);
  else if (told.kind === 'heard') unheard.delete(told.id);
  else if (told.kind === 'send') take(child, told);
}

/** The platform takes a message, also of a process that is over meanwhile. */
function take(
  child: ChildProcess,
  { n, to, text, isNew }: Extract<FromProcess, { kind: 'send' }>,
): void {
  const found = notices.get(to);
  if (found !== undefined && isNew && text.startsWith(NOTICE))
    found[text.includes(MARK) ? 'marked' : 'plain'] += 1;
  if (child.connected) child.send({ kind: 'sent', n } satisfies ToProcess, () => {});
}

/** Says what was not heard, to whoever works, until all of it is. */
async function speak(): Promise<void> {
  while (unheard.size > 0) {
    for (const said of unheard.values()) if (works?.connected) works.send(said, () => {});
    await pause(AGAIN);
  }
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const patience = performance.now() + 5 * 60_000;
  while (!isSo()) {
    if (performance.now() > patience) throw new Error(`not in time: ${what}`);
    await pause(20);
  }
}

const toldOf = () => [...notices.values()].filter(({ plain, marked }) => plain + marked > 0).length;

async function fault(signal: 'SIGKILL' | 'SIGSTOP', share: number): Promise<ChildProcess> {
  await until(() => toldOf() >= share * notices.size, `${share} of the notices`);
  const holder = works;
  if (holder === undefined) throw new Error('nobody works');
  const since = performance.now();
  works = undefined;
  over.add(holder);
  holder.kill(signal);
  await until(() => works !== undefined, 'another one works');
  say(`${signal} at ${toldOf()} notices; another one works after ${seconds(since)} s`);
  return holder;
}

async function run(): Promise<void> {
  const begun = performance.now();
  const store = await postgresStore({ url: URL, schema, lease: 60_000, log: silentLog });
  await seed(store, ALLIANCES);
  say(`${ALLIANCES} alliances were put in place in ${seconds(begun)} s`);
  for (let alliance = 0; alliance < ALLIANCES; alliance += 1) {
    for (let group = 0; group < GROUPS; group += 1)
      notices.set(groupOf(alliance, group), { plain: 0, marked: 0 });
    for (const name of members) {
      const id = `in-${userOf(alliance, name)}`;
      const where = { name: userOf(alliance, name), group: groupOf(alliance, 0) };
      unheard.set(id, { kind: 'said', id, ...where, text: `签到 ${WORD}` });
    }
  }
  const expected = unheard.size;
  const nine = performance.now();
  const ahead = BEGINS + 60_000 - Date.now();
  for (const name of ['left', 'middle', 'right']) start(name, ahead);
  const spoken = speak();
  await fault('SIGKILL', 1 / 3);
  const frozen = await fault('SIGSTOP', 2 / 3);
  frozen.kill('SIGCONT');
  await until(() => toldOf() === notices.size, 'all notices');
  say(`all ${notices.size} notices stand after ${seconds(nine)} s`);
  await spoken;
  say(`all ${expected} check-ins were heard after ${seconds(nine)} s`);
  // What is being marked as sent.
  await pause(2 * LEASE);
  const wrong = await verify(expected);
  const statements = [...counts.values()].reduce((sum, one) => sum + one.statements, 0);
  const memory = Math.max(...[...counts.values()].map((one) => one.memory));
  say(`${statements} statements that commit; at most ${Math.round(memory / 2 ** 20)} MB a process`);
  for (const line of wrong) say(`✗ ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
  else say('✓ each notice once or marked, each check-in once');
}

/** What is not as it has to be. */
async function verify(expected: number): Promise<readonly string[]> {
  const doubled = [...notices].filter(([, { plain }]) => plain > 1);
  const marked = [...notices.values()].filter((one) => one.marked > 0).length;
  say(`${marked} notices came with the mark that they may be the second`);
  const connection = await connect(URL, 60_000);
  const [row] = await connection.ask<{ all: string; apart: string }>(
    `SELECT count(*) AS all, count(DISTINCT (partition, body::json ->> 'person')) AS apart
     FROM ${schema}.record WHERE collection = 'attendance' AND body IS NOT NULL`,
  );
  await connection.end();
  const isCounted = Number(row?.all) === expected && Number(row?.apart) === expected;
  return [
    ...doubled.map(([group, { plain }]) => `${group} was told ${plain} times without the mark`),
    ...(isCounted ? [] : [`${row?.all} check-ins of ${row?.apart} people, not ${expected}`]),
  ];
}

try {
  await run();
} finally {
  isOver = true;
  const ended = [...children].map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ended);
  const connection = await connect(URL, 60_000);
  await connection.ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await connection.end();
}
