import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adapterSettings } from '../adapters/index.ts';
import { settings as own } from '../src/config.ts';
import { fold } from '../src/core/line.ts';
import { features } from '../src/features/index.ts';
import { catalogOf, namesOf } from '../src/understanding/catalog.ts';
import { route } from '../src/understanding/router.ts';
import { commandTable } from '../tools/docs/table.ts';

const commands = features.flatMap((one) => one.commands);
const catalog = catalogOf(commands);
/** Of the process itself, and of each store and each platform. */
const settings = { ...own.shape, ...(await adapterSettings()) };
const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test.each(commands)(
  '$name has a Latin and a Chinese name and a summary in both languages',
  (command) => {
    expect(command.name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
    expect(command.zhName).toMatch(/^\p{Script=Han}{1,6}$/u);
    expect(command.summary.zh).toMatch(/\p{Script=Han}/u);
    expect(command.summary.en).toMatch(/^[a-z]/);
    expect([...command.summary.zh].length).toBeLessThanOrEqual(20);
  },
);

test.each(commands.flatMap((command) => command.examples.map((text) => ({ text, command }))))(
  '「$text」 is read as $command.name, with its arguments',
  ({ text, command }) => {
    const kind = command.scope === 'private' ? 'private' : 'group';
    const routed = route({ text, kind, addressed: false, botNames: ['小联'] }, catalog);
    expect(routed).toMatchObject({ kind: 'command', command: { name: command.name } });
    expect(routed.kind === 'command' && routed.trigger).not.toBe('guess');
  },
);

test('no two commands share a name, however it is typed', () => {
  const names = commands.flatMap(namesOf).map(fold);
  expect(names).toEqual([...new Set(names)]);
});

test('no short form of one command is read as another', () => {
  // In private everything is said to the bot; there a code alone is enough.
  for (const { command, form } of catalog.shortForms.filter(
    (one) => one.command.scope !== 'private',
  )) {
    const words = form.map((part) => ('literal' in part ? part.literal : ''));
    expect(
      words.some((word) => word !== ''),
      `${command.name} has a short form without a word`,
    ).toBe(true);
  }
});

test.each(['docs/commands.md', 'docs/commands.zh-CN.md'])(
  '%s has the table of commands as they are',
  (page) => {
    expect(file(page)).toContain(commandTable(commands, page === 'docs/commands.md' ? 'en' : 'zh'));
  },
);

test('.env.example has every setting, with what it is for and its default', () => {
  const lines = file('.env.example');
  for (const [name, schema] of Object.entries(settings)) {
    expect(lines, name).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
    expect(lines, name).toContain(schema.description ?? 'a description');
  }
  const named = [...lines.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(settings));
});
