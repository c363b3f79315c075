import { memoryUsage } from 'node:process';
import type { HealthReport, Upkeep } from '../../src/ports/health.ts';
import type { Meters } from './meters.ts';

type Labels = Readonly<Record<string, string>>;

/** What Prometheus reads: numbers, and words of the program; never a name, an id or a word of people. */
export function metricsText(
  report: HealthReport,
  { needs, lastBackup }: Upkeep,
  { commands, commits }: Meters,
  now: number,
): string {
  const seconds = (since: number | undefined) => (since === undefined ? 0 : (now - since) / 1_000);
  return [
    counter(
      'lianluo_messages_total',
      'Messages that came, by platform',
      byLabel('platform', report.messages),
    ),
    counter(
      'lianluo_ignored_total',
      'Messages that were not for the bot, by reason',
      byLabel('reason', report.ignored),
    ),
    counter(
      'lianluo_commands_total',
      'Commands that were run, by name',
      byLabel('command', commands),
    ),
    counter('lianluo_commits_total', 'Decisions that were made durable, and that were not', [
      [{ outcome: 'durable' }, commits.durable],
      [{ outcome: 'failed' }, commits.failed],
    ]),
    gauge(
      'lianluo_waiting',
      'Messages and photos that are still to be sent or fetched',
      report.waiting,
    ),
    gauge('lianluo_alliances', 'Alliances', report.alliances),
    labelled(
      'lianluo_connection_up',
      'Whether a platform is connected',
      'gauge',
      report.connections.map(({ platform, state }) => [
        { platform },
        state === 'up' || state === 'slow' ? 1 : 0,
      ]),
    ),
    labelled(
      'lianluo_last_heard_seconds',
      'How long ago something was last heard on a platform',
      'gauge',
      report.connections.flatMap(({ platform, lastHeard }) =>
        lastHeard === undefined ? [] : [[{ platform }, seconds(lastHeard)] as const],
      ),
    ),
    gauge('lianluo_since_tick_seconds', 'How long ago the clock ticked', report.sinceTick / 1_000),
    gauge(
      'lianluo_clock_behind',
      'Whether the clock stands before what was lived',
      Number(report.clockBehind),
    ),
    gauge(
      'lianluo_store_refusing_seconds',
      'Since when nothing can be kept',
      seconds(report.refusingSince),
    ),
    gauge(
      'lianluo_store_unsettled_seconds',
      'Since when no checkpoint could be made',
      seconds(report.unsettledSince),
    ),
    gauge('lianluo_backup_age_seconds', 'How old the last back-up is', seconds(lastBackup)),
    gauge('lianluo_needs_hands', 'How many things need hands', needs.length),
    gauge('lianluo_up_seconds', 'How long the process runs', seconds(report.since)),
    gauge('lianluo_memory_bytes', 'Memory of the process', memoryUsage.rss()),
  ].join('');
}

function byLabel(label: string, counts: ReadonlyMap<string, number>) {
  return [...counts].map(([key, count]) => [{ [label]: key }, count] as const);
}

function counter(name: string, help: string, values: readonly (readonly [Labels, number])[]) {
  return labelled(name, help, 'counter', values);
}

function gauge(name: string, help: string, value: number): string {
  return labelled(name, help, 'gauge', [[{}, value]]);
}

function labelled(
  name: string,
  help: string,
  type: 'counter' | 'gauge',
  values: readonly (readonly [Labels, number])[],
): string {
  const lines = values.map(([labels, value]) => `${name}${labelText(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
