import type { z } from 'zod';
import { plain, series, type Text } from '../../core/text.ts';

/** The parts of an alliance file that lists of names stand in. */
const parts = {
  branches: { zh: '分会', en: 'branches' },
  units: { zh: '单位', en: 'units' },
  people: { zh: '人', en: 'people' },
  rules: { zh: '固定日', en: 'fixed days' },
} satisfies Record<string, Text>;

export const texts = {
  notAllianceFile: {
    zh: '这份联盟文件有不对的地方，什么都没导入：',
    en: 'this is not an alliance file, nothing was imported:',
  } satisfies Text,
  head: (name: string): Text => ({ zh: `${name}：导入好了`, en: `${name}: imported` }),
  begun: (name: string): Text => ({ zh: `${name}：建好了`, en: `${name}: begun` }),
  nothingNew: {
    zh: '文件里没有新的内容，什么都没变',
    en: 'there is nothing new in the file; nothing was changed',
  } satisfies Text,
  part: (part: keyof typeof parts, news: readonly Text[]): Text => {
    const what = series(news, { zh: '；', en: '; ' });
    return { zh: `${parts[part].zh}：${what.zh}`, en: `${parts[part].en}: ${what.en}` };
  },
  added: (names: Text, count: number): Text => ({
    zh: `新增 ${count} 个（${names.zh}）`,
    en: `${count} new (${names.en})`,
  }),
  changed: (names: Text, count: number): Text => ({
    zh: `改了 ${count} 个（${names.zh}）`,
    en: `${count} changed (${names.en})`,
  }),
  same: (count: number): Text => ({ zh: `${count} 个没变`, en: `${count} as before` }),
  settings: {
    zh: '联盟的设置改了',
    en: 'the settings of the alliance were changed',
  } satisfies Text,
};

export function mistakeLine(path: string, text: Text): Text {
  const place: Text = path === '' ? { zh: '（整份文件）', en: '(file)' } : plain(path);
  return { zh: `  ${place.zh}：${text.zh}`, en: `  ${place.en}: ${text.en}` };
}

/**
 * What is wrong with a file at one place, for whoever wrote it and knows neither zod nor
 * TypeScript. Undefined: the schema says it itself.
 * @param wordFor the word that people use for a value.
 */
export function mistakeText(
  issue: z.core.$ZodRawIssue,
  wordFor: (value: string) => string | undefined,
): Text | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : shouldBe(kindOf(issue.expected));
    case 'invalid_value':
      return shouldBeOneOf(issue.values.map(String), wordFor);
    case 'invalid_union':
      return issue.input === undefined
        ? MISSING
        : {
            zh: '不是 docs/data.md 里列的任何一种',
            en: 'is none of the kinds that docs/data.md lists',
          };
    case 'too_small':
      return tooSmall(issue.origin === 'string', String(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin === 'string', String(issue.maximum));
    case 'unrecognized_keys':
      return {
        zh: `有没人认识的字段：${issue.keys.join('、')}。写法和 docs/data.md 里一样吗？`,
        en: `has what nobody knows here: ${issue.keys.join(', ')}. Is it written as in docs/data.md?`,
      };
    case 'invalid_format':
      return issue.format === 'date'
        ? { zh: '要写成日期，例：2026-12-25', en: 'should be a date such as 2026-12-25' }
        : undefined;
    default:
      return undefined;
  }
}

const MISSING: Text = { zh: '没有写', en: 'is missing' };

function shouldBe(kind: Text): Text {
  return { zh: `要写成${kind.zh}`, en: `should be ${kind.en}` };
}

/** Each with the word that people use for it, where there is one. */
function shouldBeOneOf(
  values: readonly string[],
  wordFor: (value: string) => string | undefined,
): Text {
  const zh = values.map((value) => {
    const word = wordFor(value);
    return word === undefined ? value : `${word}（${value}）`;
  });
  return { zh: `要从这些里选：${zh.join('、')}`, en: `should be one of: ${values.join(', ')}` };
}

function tooSmall(isText: boolean, least: string): Text {
  return isText
    ? { zh: '不能空着', en: 'must not be empty' }
    : { zh: `太少或太小，至少 ${least}`, en: `is too few or too small; at least ${least}` };
}

function tooBig(isText: boolean, most: string): Text {
  return isText
    ? { zh: `太长，最多 ${most} 个字`, en: `is too long; at most ${most} characters` }
    : { zh: `太多或太大，最多 ${most}`, en: `is too many or too large; at most ${most}` };
}

/** As JSON has it. */
function kindOf(expected: string): Text {
  const kinds: Readonly<Record<string, Text>> = {
    string: { zh: '引号里的文字', en: 'a text in quotes' },
    number: { zh: '数字', en: 'a number' },
    int: { zh: '整数', en: 'a whole number' },
    boolean: { zh: ' true 或 false', en: 'true or false' },
    array: { zh: '方括号 [ ] 里的列表', en: 'a list in [ ]' },
    object: { zh: '花括号 { } 里的内容', en: 'an object in { }' },
  };
  return kinds[expected] ?? plain(expected);
}
