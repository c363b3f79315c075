import { z } from 'zod';
import { nameKey } from '../../../core/names.ts';
import { holidayPolicy } from '../../../core/recurring/index.ts';
import { role, roleName } from '../../../core/roles.ts';
import {
  audience,
  groupKind,
  groupKindCalled,
  groupKindName,
  kindCalled,
  kindName,
  unitKind,
} from '../../../identity/alliance/index.ts';
import { activityKind } from '../../activities/index.ts';

/*
 * The words that people use for what a file has English words for. Both may stand in it.
 */

const activityKinds = {
  study: ['学习', '学习日'],
  service: ['服务', '服务日'],
  meeting: ['会议', '例会'],
  joint: ['联席', '联席会议'],
  other: ['其他', '其它'],
} satisfies Record<z.infer<typeof activityKind>, readonly string[]>;

const policies = {
  keep: ['照常'],
  next: ['顺延'],
  previous: ['提前'],
  skip: ['跳过', '取消'],
} satisfies Record<z.infer<typeof holidayPolicy>, readonly string[]>;

const languages = {
  zh: ['中文', '简体'],
  'zh-Hant': ['繁体', '繁體'],
  en: ['英文', '英语'],
} as const;

/** One of some values, by itself or by a word for it. */
function orWord<T extends z.ZodType>(schema: T, called: (word: string) => string | undefined) {
  return z.preprocess(
    (said) => (typeof said === 'string' ? (called(said.trim()) ?? said) : said),
    schema,
  );
}

function calledIn(words: Readonly<Record<string, readonly string[]>>) {
  return (said: string) =>
    Object.entries(words).find(([, list]) => list.includes(nameKey(said)))?.[0];
}

export const unitKindInFile = orWord(unitKind, kindCalled);
export const groupKindInFile = orWord(groupKind, groupKindCalled);

const kindsInFile = z.array(groupKindInFile).min(1).optional();

/** `"党员群"`, `["党员群", "联盟群"]`, or as records hold it, with branches of the file. */
export const audienceInFile = z.preprocess(
  (said) => (typeof said === 'string' || Array.isArray(said) ? { kinds: [said].flat() } : said),
  audience.omit({ groups: true }).extend({ kinds: kindsInFile, notKinds: kindsInFile }),
);

export const roleInFile = orWord(role.exclude(['guest']), (said) =>
  role.options.find((one) => roleName[one].zh === said),
);
export const activityKindInFile = orWord(activityKind, calledIn(activityKinds));
export const policyInFile = orWord(holidayPolicy, calledIn(policies));
export const languageInFile = orWord(z.enum(['zh', 'zh-Hant', 'en']), calledIn(languages));

/** The word for a value; undefined where there is none. */
export function wordFor(value: string): string | undefined {
  const words: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(unitKind.options.map((kind) => [kind, [kindName(kind)]])),
    ...Object.fromEntries(groupKind.options.map((kind) => [kind, [groupKindName(kind).zh]])),
    ...Object.fromEntries(role.options.map((one) => [one, [roleName[one].zh]])),
    ...activityKinds,
    ...policies,
    ...languages,
  };
  return words[value]?.[0];
}
