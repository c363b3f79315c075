import { DateTime } from 'luxon';
import { holidayFiles, OWN_HOLIDAYS } from '../../adapters/holiday-files/index.ts';
import { connectedPlatforms, openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { readConfig, readSettings } from '../../src/config.ts';
import type { Records } from '../../src/core/collection.ts';
import type { Text } from '../../src/core/text.ts';
import { UserError } from '../../src/core/user-error.ts';
import { noticeRulesWith } from '../../src/features/index.ts';
import { type Rehearsed, rehearse } from '../../src/features/rehearsal/index.ts';
import { alliances, groups } from '../../src/identity/alliance/index.ts';
import { language, misused, runTool } from '../admin/tool.ts';
import { alliancesIn, exampleFrom, type Stage } from './alliances.ts';

const tool = {
  summary: {
    zh: '印出一段时间里固定日会发的每条通知，一条也不发；--example 看示例联盟的',
    en: [
      'Prints every notice of a span of time for every group; sends nothing, and ',
      'takes nothing from a running bot. --example shows those of the example ',
      'alliance.',
    ].join(''),
  },
  usage: ['npm run rehearse -- --from 2026-12-01 --to 2026-12-31 [--example] [--json]'],
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    example: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  failure: 2,
} as const;

const NO_GROUP: Text = {
  zh: '还没有启用的群，所以真到那天哪里也不会发：请召集人先在群里发「/启用」',
  en: [
    'No group is in use yet, so nothing would really be sent anywhere: say /here ',
    '(/启用) in the group first.',
  ].join(''),
};

await runTool(tool, async ({ values }) => {
  const from = localDate(values.from, '--from');
  const to = localDate(values.to, '--to');
  if (to < from)
    throw misused(tool, {
      zh: `--to ${to} 在 --from ${from} 之前`,
      en: `--to ${to} is before --from ${from}`,
    });
  const noticeRules = noticeRulesWith(holidayFiles(OWN_HOLIDAYS));
  for (const stage of values.example ? [exampleFrom(from)] : await keptAlliances()) {
    const { records } = stage;
    const { name, zone } = allianceIn(records);
    const begin = DateTime.fromISO(from, { zone }).toMillis();
    const end = DateTime.fromISO(to, { zone }).plus({ days: 1 }).toMillis() - 1;
    const messages = rehearse(noticeRules, { records, zone, from: begin, until: end });
    if (!values.json) process.stdout.write(`${name}  ${from} – ${to}  ${zone}\n\n`);
    process.stdout.write(
      values.json ? jsonLines(messages, records, zone) : printed(messages, stage, zone),
    );
  }
});

/**
 * What is kept in the data folder, as the bot would open it. @throws UserError where that is
 * nothing.
 */
async function keptAlliances(): Promise<readonly Stage[]> {
  const isDemo = (await connectedPlatforms(process.env)).length === 0;
  const { dataFolder } = readConfig(process.env, isDemo, true);
  const store = await openStoreReadOnly({
    settings: (schema) => readSettings(schema, process.env),
    dataFolder,
    log: silentLog,
  });
  try {
    const found = await alliancesIn(store);
    if (found.length > 0) return found;
  } finally {
    await store.close();
  }
  throw new UserError({
    zh: `${dataFolder} 里还没有联盟，没什么可预演的。DATA_DIR 写对了吗？导入联盟：npm run import -- 文件；看示例联盟的：加 --example`,
    en: [
      `${dataFolder} holds no alliance, so there is nothing to rehearse. Is `,
      `DATA_DIR right? To import one: npm run import -- FILE; for the example `,
      `alliance add --example`,
    ].join(''),
  });
}

function jsonLines(messages: readonly Rehearsed[], records: Records, zone: string): string {
  return messages
    .map(({ at, group, rule, occurrence, notice, text }) => {
      const iso = DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
      return `${JSON.stringify({ at: iso, group: titleOf(records, group), rule, occurrence, notice, text })}\n`;
    })
    .join('');
}

/** Each message whole, under a line that says when it goes where. */
function printed(
  messages: readonly Rehearsed[],
  { records, isGroupMadeUp }: Stage,
  zone: string,
): string {
  const blocks = messages.map(({ at, group, rule, occurrence, notice, text }) => {
    const when = DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
    const head = [when, titleOf(records, group), `${rule} ${occurrence} ${notice}`].join('  ');
    return `${head}\n${text.replace(/^/gm, '    ')}\n`;
  });
  const notes = [...(isGroupMadeUp ? [NO_GROUP] : []), countText(messages.length)];
  return [...blocks, ...notes.map((note) => `${note[language()]}\n`)].join('\n');
}

function countText(count: number): Text {
  return { zh: `共 ${count} 条，一条也没有发出去`, en: `${count} messages, none sent` };
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
  if (!read.isValid)
    throw misused(tool, {
      zh: `${option} 后面要有一个日期`,
      en: `${option} needs a date`,
    });
  return read.toFormat('yyyy-MM-dd');
}
