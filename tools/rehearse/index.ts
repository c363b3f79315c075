import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { holidayFiles, OWN_HOLIDAYS } from '../../adapters/holiday-files/index.ts';
import { connectedPlatforms, openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { readConfig, readSettings } from '../../src/config.ts';
import type { Records } from '../../src/core/collection.ts';
import { noticeRulesWith } from '../../src/features/index.ts';
import { type Rehearsed, rehearse } from '../../src/features/rehearsal/index.ts';
import { alliances, groups } from '../../src/identity/alliance/index.ts';
import { alliancesIn, exampleFrom } from './alliances.ts';

const USAGE = 'npm run rehearse -- --from 2026-12-01 --to 2026-12-31 [--json]';

const NO_GROUP =
  'No group is in use yet, so nothing would be sent anywhere: say /here (/启用) in the group first.';

/**
 * Prints every broadcast of a span of time for every group; sends nothing, and takes nothing from a
 * running bot.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const from = localDate(values.from, '--from');
  const to = localDate(values.to, '--to');
  if (to < from) throw new Error(`--to ${to} is before --from ${from}`);
  if (existsSync('.env')) loadEnvFile('.env');
  const kept = await keptAlliances();
  const sources = kept.length > 0 ? kept : [exampleFrom(from)];
  const noticeRules = noticeRulesWith(holidayFiles(OWN_HOLIDAYS));
  for (const records of sources) {
    const { name, zone } = allianceIn(records);
    const begin = DateTime.fromISO(from, { zone }).toMillis();
    const end = DateTime.fromISO(to, { zone }).plus({ days: 1 }).toMillis() - 1;
    const messages = rehearse(noticeRules, { records, zone, from: begin, until: end });
    const print = values.json ? jsonLines : table;
    if (!values.json) process.stdout.write(`${name}  ${from} – ${to}  ${zone}\n`);
    process.stdout.write(print(messages, records, zone));
  }
}

/** What is kept in the data folder, as the bot would open it. */
async function keptAlliances(): Promise<readonly Records[]> {
  const isDemo = (await connectedPlatforms(process.env)).length === 0;
  const { dataFolder } = readConfig(process.env, isDemo, true);
  const store = await openStoreReadOnly({
    settings: (schema) => readSettings(schema, process.env),
    dataFolder,
    log: silentLog,
  });
  try {
    return await alliancesIn(store);
  } finally {
    await store.close();
  }
}

function jsonLines(messages: readonly Rehearsed[], records: Records, zone: string): string {
  return messages
    .map(({ at, group, rule, occurrence, notice, text }) => {
      const iso = DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
      return `${JSON.stringify({ at: iso, group: titleOf(records, group), rule, occurrence, notice, text })}\n`;
    })
    .join('');
}

/** One line for each message; of its text the first line. */
function table(messages: readonly Rehearsed[], records: Records, zone: string): string {
  const rows = messages.map(({ at, group, rule, occurrence, notice, text }) => {
    const when = DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
    return [
      when,
      titleOf(records, group),
      `${rule} ${occurrence} ${notice}`,
      text.split('\n')[0] ?? '',
    ].join('  ');
  });
  const nobody = records.all(groups).length === 0 ? [NO_GROUP] : [];
  return `${[...rows, ...nobody, `${messages.length} messages, none sent`].join('\n')}\n`;
}

function titleOf(records: Records, group: string): string {
  return records.get(groups, group)?.title ?? group;
}

function allianceIn(records: Records): { name: string; zone: string } {
  const found = records.get(alliances, 'alliance');
  if (found === undefined) throw new Error('a partition holds no alliance');
  return found;
}

function localDate(value: string | undefined, option: string): string {
  const read = DateTime.fromFormat(value ?? '', 'yyyy-MM-dd', { zone: 'utc' });
  if (!read.isValid) throw new Error(`${option} needs a date: ${USAGE}`);
  return read.toFormat('yyyy-MM-dd');
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
