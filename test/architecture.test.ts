import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { platformNamed, platformNames } from '../adapters/index.ts';
import { features as listed } from '../src/features/index.ts';
import { type Import, importsOf } from './support/imports.ts';

const root = join(import.meta.dirname, '..');

/** The paths of all files in a folder of the project, however deep. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? relative(root, join(one.parentPath, one.name)) : [],
  );
}

/** The names of the folders in a folder of the project. */
function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? one.name : [],
  );
}

/** Each folder of these is one feature, or one part of identity; both have the same files. */
const HOMES = ['src/identity', 'src/features'];
const features = HOMES.flatMap((home) => foldersIn(home).map((name) => `${home}/${name}`));

const kernel = ['src/core', 'src/ports', 'src/understanding'];
const readsOf = (home: string) =>
  features.filter((path) => path.startsWith(home)).map((path) => `${path}/index.ts`);
const identity = [...readsOf('src/identity'), 'src/identity/directory-index.ts'];
const reads = [...identity, ...readsOf('src/features')];
const whole = ['bot', 'features/index', 'config', 'demo', 'operate', 'simulate', 'admin/index'].map(
  (name) => `src/${name}.ts`,
);
const adapters = foldersIn('adapters').map((name) => `adapters/${name}`);
/** What adapters share: files beside them all, and what every store keeps its promises with. */
const shared = [
  ...filesIn('adapters').filter((path) => /^adapters\/(?!(?:index|blobs)\.ts)[^/]+$/.test(path)),
  'adapters/durable',
];

/**
 * Where something stands: in a file or a folder, `node` is the machine, `npm` a package. Of a place
 * behind `type` only types may be taken.
 */
type Places = readonly string[];

/** What each place may know beside itself. A new feature, adapter or tool needs no word here. */
type Rules = Readonly<Record<string, { readonly of: Places; readonly may: Places }>>;

const rules: Rules = {
  'ports are types with their promises, and know nothing else': { of: ['src/ports'], may: [] },
  'the core knows the types of ports': {
    of: ['src/core'],
    may: ['type src/ports', 'npm/zod', 'npm/luxon', 'npm/opencc-js'],
  },
  'understanding knows the core and the types of ports': {
    of: ['src/understanding'],
    may: ['src/core', 'type src/ports'],
  },
  'identity knows understanding, the core, and of its other parts their index.ts': {
    of: ['src/identity'],
    may: ['src/core', 'src/understanding', 'type src/ports', ...identity, 'npm/zod'],
  },
  'the list of features knows each by its index.ts': {
    of: ['src/features/index.ts'],
    may: ['type src/core', ...reads],
  },
  'a feature knows identity, understanding, the core, and of another feature its index.ts': {
    of: readsOf('src/features').map((path) => path.replace('/index.ts', '')),
    may: ['src/core', 'src/understanding', 'type src/ports', ...reads, 'npm/zod'],
  },
  'the runtime knows identity, understanding and the core, and no feature': {
    of: ['src/runtime'],
    may: [...kernel, ...identity, 'npm/zod', 'npm/luxon', 'npm/ical-generator'],
  },
  'the bot is made of the runtime and knows no feature': {
    of: ['src/bot.ts'],
    may: [...kernel, 'src/runtime'],
  },
  'admin and the demo act on a bot, and know of a feature its index.ts': {
    of: ['src/admin', 'src/demo.ts', 'src/simulate.ts'],
    may: ['type src/bot.ts', ...kernel, ...reads, 'npm/zod'],
  },
  'the settings know how they are read, and nothing of what reads them': {
    of: ['src/config.ts'],
    may: ['src/core/user-error.ts', 'src/core/mistakes.ts', 'npm/zod'],
  },
  'the start and the operation alone know adapters, and put them together with the app': {
    of: ['src/main.ts', 'src/operate.ts'],
    may: [...kernel, ...whole, 'adapters', 'node'],
  },
  'an adapter knows ports, pauses, mistakes of the operator, and what all adapters share': {
    of: [...adapters, ...shared],
    may: [
      'src/ports',
      'src/core/backoff.ts',
      'src/core/mistakes.ts',
      'src/core/user-error.ts',
      ...shared,
      'node',
      'npm',
    ],
  },
  'the lists of adapters know each of them': {
    of: ['adapters/index.ts', 'adapters/blobs.ts'],
    may: ['src/ports', 'adapters', 'node/fs', 'node/path', 'npm/zod'],
  },
  'a tool is another start; it knows nothing of the runtime, and of a feature its index.ts': {
    of: ['tools'],
    may: [...kernel, ...whole, ...reads, 'adapters', 'node', 'npm'],
  },
};

/**
 * The files that a feature has, or folders where they have grown, and what each may know of the
 * others.
 */
const parts: Rules = {
  'records know nothing else of their feature': { of: ['records'], may: [] },
  'rules decide on records, without texts': { of: ['rules'], may: ['records'] },
  'texts know of records and rules how they are typed': {
    of: ['texts'],
    may: ['type records', 'type rules'],
  },
  'views write texts from records, and know no command': {
    of: ['views'],
    may: ['records', 'rules', 'texts'],
  },
  'commands know all of their feature but its index.ts': {
    of: ['commands'],
    may: ['records', 'rules', 'texts', 'views'],
  },
  'the index of a feature knows all of it': {
    of: ['index.ts'],
    may: ['records', 'rules', 'texts', 'views', 'commands'],
  },
};

/** Where something knows more, and why it may. */
const exceptions = [
  ['src/core/hmac.ts', 'node/crypto', 'a keyed hash follows from what it is given'],
  ['src/core/traditional.ts', 'node/module', 'what a dictionary says follows from the text'],
  ['src/core/same.ts', 'node/util', 'whether two values are equal follows from them'],
  [
    'src/core/user-error.ts',
    'src/ports/operator-error.ts',
    'a mistake of the operator is one kind of what they can mend',
  ],
  [
    'src/identity/people/rules/accounts.ts',
    'src/ports/by-hand.ts',
    'it says how an id begins that no platform has given out',
  ],
  ['src/features/holidays/rules.ts', 'npm/chinese-days', 'official holidays are data'],
  [
    'src/demo.ts',
    'src/runtime/wakes.ts',
    'the example goes on from the moment that it was moved to before',
  ],
  ['src/demo.ts', 'node/fs', 'the example is a file that comes with the program'],
  ['adapters/terminal', 'src/core/timestamp.ts', 'the time stands beside what people paste'],
  ['adapters/schedule', 'src/core/time.ts', 'which names are those of zones is said once'],
  ['adapters/holiday-files', 'src/features/holidays/index.ts', 'it says what such a file holds'],
  ['adapters/wechat/puppets.ts', 'computed/settings.puppet', 'which package it is, a setting says'],
] as const;

/**
 * `src/polls/rules` is the place of `src/polls/rules.ts` and of what stands in the folder
 * `src/polls/rules/`.
 */
function standsIn(place: string, path: string): boolean {
  return path === place || path === `${place}.ts` || path.startsWith(`${place}/`);
}

/** The rule of a place, where it forbids what stands there to import this. */
function forbidding(by: Rules, file: string, from: string, isType: boolean): string | undefined {
  const own = (places: Places) => places.find((place) => standsIn(place, file));
  const found = Object.entries(by).find(([, { of }]) => own(of));
  if (found === undefined) return 'every place has a rule';
  const [rule, { of, may }] = found;
  const known = [
    own(of) ?? '',
    ...may.map((place) => (isType ? place.replace(/^type /, '') : place)),
  ];
  return known.some((place) => standsIn(place, from)) ? undefined : rule;
}

/** The rule that an import breaks, exceptions aside. */
function ruleBroken(file: string, { from, isType }: Import): string | undefined {
  const home = features.map((name) => `${name}/`).find((folder) => file.startsWith(folder));
  if (home === undefined || !from.startsWith(home)) return forbidding(rules, file, from, isType);
  return forbidding(parts, file.slice(home.length), from.slice(home.length), isType);
}

interface Breach {
  readonly rule: string;
  readonly where: string;
}

function breachesIn(file: string, source: string): readonly Breach[] {
  return importsOf(file, source).flatMap((one) => {
    const rule = ruleBroken(file, one);
    const isExcepted = exceptions.some(
      ([of, knows]) => standsIn(of, file) && standsIn(knows, one.from),
    );
    return rule === undefined || isExcepted
      ? []
      : [{ rule, where: `${file}:${one.line} imports ${one.written}` }];
  });
}

/**
 * Chance, and the time now, where no import and no global tells it: those that do are the linter's.
 */
const OUT_OF_THE_AIR =
  /\bMath\.random\b|\brandom(UUID|Bytes|Int|Fill)|\bDateTime\.(now|local)\b|\bDateTime\.utc\(\)/;

/** The names of a ring and of those that lead to it; none where there is no ring. */
function inCircles(uses: ReadonlyMap<string, Places>): Places {
  const circling = [...uses.keys()].filter((name) =>
    uses.get(name)?.some((other) => uses.has(other)),
  );
  return circling.length === uses.size
    ? circling
    : inCircles(new Map([...uses].filter(([name]) => circling.includes(name))));
}

const files = ['src', 'adapters', 'tools']
  .flatMap(filesIn)
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
const breaches = files.flatMap(({ path, source }) => breachesIn(path, source));
/** What is imported in a place. */
const importsIn = (place: string) =>
  files
    .filter(({ path }) => standsIn(place, path))
    .flatMap(({ path, source }) => importsOf(path, source).map((one) => ({ ...one, path })));

test.each(Object.keys({ ...rules, ...parts }))('%s', (rule) => {
  expect(breaches.filter((one) => one.rule === rule).map(({ where }) => where)).toEqual([]);
});

test('every file stands in a place that has a rule', () => {
  const places = Object.values(rules).flatMap(({ of }) => of);
  expect(
    files.map(({ path }) => path).filter((path) => !places.some((place) => standsIn(place, path))),
  ).toEqual([]);
});

test.each(features)('%s has the files of a feature and no other', (name) => {
  const own = Object.values(parts).flatMap(({ of }) => of.map((part) => `${name}/${part}`));
  expect(filesIn(name).filter((path) => !own.some((part) => standsIn(part, path)))).toEqual([]);
});

/** `index.ts` is how a folder is entered, so a file of the folder's name would be a second door. */
test('no file stands beside a folder of its name', () => {
  const folders = new Set(
    files.flatMap(({ path }) =>
      path.split('/').map((_, at, parts) => parts.slice(0, at).join('/')),
    ),
  );
  expect(
    files.map(({ path }) => path).filter((path) => folders.has(path.replace(/\.[^./]+$/, ''))),
  ).toEqual([]);
});

/** How many command objects a source declares. */
function commandsIn(source: string): number {
  return source.match(/\bcommand\(\{/g)?.length ?? 0;
}

test('a file of commands declares one command', () => {
  const several = files.filter(
    ({ path, source }) => /\/commands?[/.]/.test(path) && commandsIn(source) > 1,
  );
  expect(several.map(({ path }) => path)).toEqual([]);
});

test('every feature is a folder in the list of features, and called like it', () => {
  expect(listed.map(({ name }) => name).sort()).toEqual(
    features.map((path) => path.split('/').at(-1)).sort(),
  );
});

test('features know each other without going round in circles', () => {
  const known = (name: string) =>
    importsIn(name).flatMap(({ from }) =>
      features.filter((other) => other !== name && standsIn(other, from)),
    );
  expect(inCircles(new Map(features.map((name) => [name, known(name)])))).toEqual([]);
});

test('nothing but the start takes the time or chance out of the air', () => {
  const decided = files.filter(({ path }) => path.startsWith('src/') && path !== 'src/main.ts');
  const lines = decided.flatMap(({ path, source }) =>
    source.split('\n').map((line, index) => `${path}:${index + 1} ${line.trim()}`),
  );
  expect(lines.filter((line) => OUT_OF_THE_AIR.test(line))).toEqual([]);
});

test('no platform is named in src', async () => {
  const titles = await Promise.all(platformNames.map(async (name) => platformNamed(name)));
  const names = [...platformNames, ...titles.flatMap(({ title }) => [title.zh, title.en])];
  const named = new RegExp(names.join('|'), 'i');
  const lines = files
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, source }) =>
      source.split('\n').map((line, index) => `${path}:${index + 1} ${line.trim()}`),
    );
  expect(names).toContain('微信');
  expect(lines.filter((line) => named.test(line))).toEqual([]);
});

test('no file has more than 250 lines', () => {
  const lengths = files.map(({ path, source }) => ({ path, lines: source.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
});

test('at most one line in two hundred has more than 100 characters', () => {
  const lines = files.flatMap(({ source }) => source.split('\n'));
  const long = lines.filter((line) => [...line].length > 100).length;
  expect(long / lines.length).toBeLessThan(0.005);
});

test.each(exceptions)('%s still has to know %s: %s', (of, knows) => {
  const excepted = importsIn(of).filter(
    (one) => standsIn(knows, one.from) && ruleBroken(one.path, one),
  );
  expect(excepted).not.toEqual([]);
});

test.each([
  ['src/ports/chat.ts', "import type { Text } from '../core/text.ts';"],
  ['src/understanding/forms.ts', "import { readFileSync } from 'node:fs';"],
  ['src/understanding/forms.ts', "import { CommitFailed } from '../ports/store.ts';"],
  [
    'src/understanding/forms.ts',
    "import {\n  type Partition,\n  Partitions,\n} from '../runtime/partitions.ts';",
  ],
  ['src/understanding/forms.ts', "import log, { type Log } from 'pino';"],
  ['src/understanding/forms.ts', "import '../runtime/partitions.ts';"],
  ['src/understanding/forms.ts', "export * as partitions from '../runtime/partitions.ts';"],
  ['src/understanding/forms.ts', 'const library = await import(name);'],
  ['src/core/when/index.ts', "export type { Poll } from '../../features/polls/index.ts';"],
  ['src/features/polls/rules.ts', "import { Partitions } from '../../runtime/partitions.ts';"],
  ['src/features/polls/rules.ts', "import type { Bot } from '../../bot.ts';"],
  ['src/features/polls/rules.ts', "import { executeAdmin } from '../../admin/index.ts';"],
  ['src/features/polls/rules.ts', "import { createHmac } from 'node:crypto';"],
  ['src/features/polls/rules.ts', "import { DateTime } from 'luxon';"],
  ['src/features/polls/rules.ts', "import { SendFailed } from '../../ports/chat.ts';"],
  ['src/features/polls/rules.ts', "import { people } from '../../identity/people/records.ts';"],
  [
    'src/features/polls/commands/vote.ts',
    "import { claim } from '../../requests/commands/claim.ts';",
  ],
  ['src/features/polls/records.ts', "import { tallyOf } from './rules.ts';"],
  ['src/features/requests/rules/chart.ts', "import { cards } from '../texts/cards.ts';"],
  ['src/features/polls/texts.ts', "import { tallyOf } from './rules.ts';"],
  ['src/features/polls/views/index.ts', "import type { PlanRead } from '../commands/plan.ts';"],
  ['src/features/polls/commands/vote.ts', "import { pollsFeature } from '../index.ts';"],
  ['src/features/polls/helpers.ts', "import { texts } from './texts.ts';"],
  ['src/runtime/message-handler.ts', "import { people } from '../identity/people/records.ts';"],
  ['src/runtime/message-handler.ts', "import { features } from '../features/index.ts';"],
  ['src/bot.ts', "import { people } from './identity/people/index.ts';"],
  ['src/bot.ts', "import { MemoryBlobs } from '../adapters/blobs-memory/index.ts';"],
  ['src/admin/code.ts', "import { Bot } from '../bot.ts';"],
  ['src/config.ts', "import { env } from 'node:process';"],
  ['src/main.ts', "import { pollsFeature } from './features/polls/index.ts';"],
  ['src/helpers.ts', "import { z } from 'zod';"],
  ['adapters/telegram/send.ts', "import { Wechat } from '../wechat/index.ts';"],
  ['adapters/telegram/send.ts', "import { fold } from '../../src/core/line.ts';"],
  ['adapters/telegram/send.ts', "const { Bot } = await import('../../src/bot.ts');"],
  ['tools/play/play.ts', "import { Partitions } from '../../src/runtime/partitions.ts';"],
  ['tools/play/play.ts', "import { polls } from '../../src/features/polls/records.ts';"],
])('in %s it would be noticed: %s', (file, source) => {
  expect(breachesIn(file, `\n${source}`)).toMatchObject([
    { where: expect.stringContaining(`${file}:2 imports `) },
  ]);
});

test.each([
  ['src/core/when/index.ts', "import { DAY } from '../time.ts';"],
  ['src/understanding/forms.ts', "import type { Address } from '../ports/chat.ts';"],
  ['src/understanding/forms.ts', "// import { Partitions } from '../runtime/partitions.ts';"],
  [
    'src/features/polls/commands/vote.ts',
    "import { people } from '../../../identity/people/index.ts';",
  ],
  ['src/features/polls/commands/vote.ts', "import { planning } from '../texts/planning.ts';"],
  ['src/features/polls/texts.ts', "import type { Tally } from './rules.ts';"],
  ['src/runtime/message-handler.ts', "import { people } from '../identity/people/index.ts';"],
  ['adapters/telegram/send.ts', "import { split } from '../split.ts';"],
  ['adapters/telegram/send.ts', "const { Api } = await import('grammy');"],
  ['tools/play/play.ts', "import { Bot } from '../../src/bot.ts';"],
])('in %s it is allowed: %s', (file, source) => {
  expect(breachesIn(file, source)).toEqual([]);
});

test('a ring of three would be noticed, also where others lead to it', () => {
  const ring = {
    polls: ['people'],
    people: ['undo'],
    undo: ['polls'],
    help: ['polls'],
    alliance: [],
  };
  expect(inCircles(new Map(Object.entries(ring)))).toEqual(['polls', 'people', 'undo', 'help']);
  expect(inCircles(new Map(Object.entries({ ...ring, undo: ['alliance'] })))).toEqual([]);
});

test.each([
  'Math.random()',
  'randomUUID()',
  'DateTime.now()',
  'DateTime.local()',
  'DateTime.utc()',
])('%s would be noticed', (words) => {
  expect(OUT_OF_THE_AIR.test(`  const now = ${words};`)).toBe(true);
});
