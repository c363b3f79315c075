import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adapterSettings } from '../adapters/index.ts';
import { settings as own } from '../src/config.ts';
import {
  few,
  headcount,
  letter,
  letters,
  minutesCount,
  name as nameArgument,
  numbered,
  rest,
  secretCode,
  spokenWord,
  ticket,
  words,
  yearNumber,
} from '../src/core/arguments.ts';
import { fold } from '../src/core/line.ts';
import { features } from '../src/features/index.ts';
import { catalogOf, namesOf } from '../src/understanding/catalog.ts';
import { refuseCollisions, SAMPLES } from '../src/understanding/collisions.ts';
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

test('all words in which people say things can be written out', () => {
  expect(catalog.wordings.commands.length).toBeGreaterThan(0);
  expect(catalog.phrases).toBeDefined();
});

test('no two commands share a name, however it is typed', () => {
  const names = commands.flatMap(namesOf).map(fold);
  expect(names).toEqual([...new Set(names)]);
});

test('outside of private chats every short form has a word of its own', () => {
  // In private everything is said to the bot; there a code alone is enough.
  for (const { command, form } of catalog.shortForms)
    expect(command.scope === 'private' || form.some((part) => 'literal' in part)).toBe(true);
});

test('no message is exactly the short forms of two commands', () => {
  refuseCollisions(catalog.shortForms);
});

/** The short forms with one more. */
function withForm(name: string, form: string) {
  return catalogOf(
    commands.map((one) =>
      one.name === name ? { ...one, shortForms: [...(one.shortForms ?? []), form] } : one,
    ),
  ).shortForms;
}

test.each([
  ['holidays', '报名', 'signup and holidays both read 「报名」'],
  ['holidays', '名单', 'list and holidays both read 「名单」'],
  ['holidays', '报名 {year}', 'signup and holidays both read 「报名」'],
  ['holidays', '+1', 'signup and holidays both read 「+1」'],
  ['holidays', '认领7', 'claim and holidays both read 「认领7」'],
  ['holidays', '签到 表', 'checkin and holidays both read 「签到 表」'],
  ['holidays', '{year} 也是', 'metoo and holidays both read 「2027 也是」'],
  ['poll', '查 {plan!}', 'activity and poll both read 「查 e7」'],
  ['adopt', '选 {poll} {option}', 'vote and adopt both read 「选 p7 a」'],
  // What is private is heard there beside what is heard anywhere.
  ['bind', '报名', 'signup and bind both read 「报名」'],
])('another command /%s may not be said as 「%s」', (name, form, why) => {
  expect(() => refuseCollisions(withForm(name, form))).toThrow(why);
});

test.each([
  // Other words, another number, one chat each.
  ['holidays', '节日'],
  ['claim', '查 {number}'],
  ['holidays', '报名表'],
  ['here', '{off!}'],
])('/%s may be said as 「%s」, which is nobody else’s', (name, form) => {
  expect(() => refuseCollisions(withForm(name, form))).not.toThrow();
});

test('a word goes before a blank to be filled in, whichever command comes first', () => {
  const words = catalog.shortForms.map(({ form: [first] }) => first && 'literal' in first);
  expect(words.indexOf(false)).toBe(words.lastIndexOf(true) + 1);
});

const label = { zh: '', en: '' };
/** Every kind of argument, with words that it reads. */
const kinds = [
  [numbered('e', label), /^e\s?\d{1,6}号?$/],
  [yearNumber(label), /^20\d\d年?$/],
  [ticket(label), /^#?\d{1,6}号?$/],
  [headcount(label), /^(\d{1,4}|[一二两三四五六七八九十百]{1,3})[人位名个]?$/],
  [minutesCount(label), /^\d{1,2}(分钟?)?$/],
  [few(label), /^([1-9]|[一二两三四五六七八九])[人位名个]?$/],
  [spokenWord(label), /^([一-龥]{2,4}|[a-z0-9]{2,8})$/],
  [secretCode(label), /^[2-9a-hj-np-z]{4}[- ]?[2-9a-hj-np-z]{4}$/],
  [nameArgument(label), /^[a-z#一-龥]{1,20}$/],
  [letters(label), /^[a-l]( [a-l]){0,2}$/],
  [letter(label), /^[a-l]$/],
  [words(label), /^[a-z#一-龥][a-z0-9 ]{0,4}|\d{1,2}(人|号)$/],
  [rest(label), /^[a-z0-9#+ 一-龥]{1,8}$/],
] as const;

test('what two kinds of argument both read is tried when short forms are compared', () => {
  const reads = (schema: (typeof kinds)[number][0], word: string) => schema.safeParse(word).success;
  // The words of a form itself are tried too: its letter, and the few that an argument may be.
  const tried = [...SAMPLES, 'e7'];
  fc.assert(
    fc.property(fc.oneof(...kinds.map(([, words]) => fc.stringMatching(words))), (word) => {
      const readers = kinds.flatMap(([schema], kind) => (reads(schema, word) ? [kind] : []));
      for (const one of readers)
        for (const other of readers)
          expect(
            tried.some((sample) =>
              [one, other].every((kind) => reads(kinds[kind]?.[0] ?? rest(label), sample)),
            ),
            `${word} is read by the kinds ${one} and ${other}`,
          ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
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
