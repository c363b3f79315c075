import { timestampAhead, timestampBehind } from '../../src/core/timestamp.ts';
import type { Outgoing, Quoted } from '../../src/ports/chat.ts';

/*
 * How a conversation is written down, for the terminal, for plays and for tests.
 *
 *   【2026-11-25 08:12】        the clock moves; what is due happens on the way
 *   【重启】                    the bot stops and starts again
 *   【群：党员群】              what follows is said in this group
 *   张伟：签到 槐花             somebody says something; further lines are indented, or name nobody
 *   张伟（私聊）@telegram：+1   in private, on another platform
 *   8:12 张伟：签到 槐花        said at 8:12, and entered by hand now
 *   机器人：…   机器人→张伟：…   what the bot says, here or in private; `*` stands for any text
 *   机器人（党员群）：…         what it says in another group, `机器人@telegram：` on another platform
 *   （沉默）                    the bot says nothing
 *   [图片]                      a photo, in a text or alone
 *   张伟：「王五：灯坏了」/需求  somebody answers to another's message
 */

export type ScriptLine =
  | { readonly kind: 'clock'; readonly when: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'bot';
      readonly to: string | undefined;
      readonly where: string;
      readonly text: string;
    }
  | {
      readonly kind: 'speech';
      readonly name: string;
      readonly private: boolean;
      readonly platform: string | undefined;
      /** When it was said, as it is written, where it is entered later. */
      readonly when?: string;
      readonly text: string;
    }
  /** Belongs to what was said before. */
  | { readonly kind: 'more'; readonly text: string };

/** The longest name that is taken for a speaker's. */
const LONGEST_NAME = 30;

/** What stands before a colon in notices and lists, and is nobody's name. */
const HEADINGS =
  /^(https?|时间|日期|地点|地址|集合|主题|内容|议程|事项|项目|名称|任务|活动|报名|签到|联系人|联系方式|电话|手机|备注|说明|附|附件|注|注意|提醒|提示|要求|温馨提示|人数|名额|费用|截止|格式|例|例如|示例|对象|参加|参与|负责人?|组织者?|主办|承办|链接|通知|公告|口令)(时间|地点|内容|人员|单位|事项|方式|安排|电话|人)?$/;

export function readScriptLine(line: string): ScriptLine {
  if (/^(\s\s|　)/.test(line)) return { kind: 'more', text: line.trim() };
  const mark = /^【([^】]*)】$/.exec(line.trim())?.[1];
  if (mark === '重启') return { kind: 'restart' };
  if (mark?.startsWith('群：')) return { kind: 'group', title: mark.slice(2).trim() };
  if (mark !== undefined) return { kind: 'clock', when: mark };
  if (line.trim() === '（沉默）') return { kind: 'silence' };
  return readSpeech(line) ?? { kind: 'more', text: line.trim() };
}

function readSpeech(line: string): ScriptLine | undefined {
  const stamped = timestampAhead(line.trim());
  if (stamped !== undefined) {
    const later = readSpeech(stamped.rest);
    return later?.kind === 'speech' ? { ...later, when: stamped.stamp } : later;
  }
  const colon = line.search(/[：:]/);
  if (colon <= 0 || colon > LONGEST_NAME + 20) return undefined;
  const text = line.slice(colon + 1).trim();
  const front = line.slice(0, colon).trim();
  const bot = /^机器人(?:→([^（@]+))?((?:（[^）]*）)?(?:@[a-z]+)?)$/.exec(front);
  if (bot !== null) return { kind: 'bot', to: bot[1], where: bot[2] ?? '', text };
  const [, name, more = '', secret, platform] =
    /^([^\s（(@/／【「]+)((?:（[^）]{1,15}）|\([^)]{1,15}\))??)(（私聊）|\(私聊\))?(?:@([a-z]+))?$/.exec(
      front,
    ) ?? [];
  if (
    name === undefined ||
    name.length > LONGEST_NAME ||
    /^[\d+-]/.test(name) ||
    HEADINGS.test(name)
  )
    return undefined;
  return { kind: 'speech', name: `${name}${more}`, private: secret !== undefined, platform, text };
}

/**
 * `张伟 11-25 08:12:33`, a line of its own over what was said, as WeChat on a PC copies several
 * messages.
 */
export function readHeader(
  line: string,
): { readonly name: string; readonly when: string } | undefined {
  const { front, stamp } = timestampBehind(line.trim()) ?? {};
  if (front === undefined || stamp === undefined || /[：:「【]/.test(front) || HEADINGS.test(front))
    return undefined;
  return { name: front, when: stamp };
}

/** A photo in a text is its mark; what is left is what was said. */
export function withPhotos(text: string): { readonly text: string; readonly photos: number } {
  const parts = text.split('[图片]');
  return { text: parts.join(' ').trim(), photos: parts.length - 1 };
}

/** Words of the bot have 「」 in them, too. */
const QUOTED = /^「([^：」]{1,30})：((?:[^「」]|「[^「」]*」)*)」\s*([\s\S]*)$/;
/** As it is copied, with a row of dashes between. */
const OVER_A_RULE = /^「([^：」]{1,30})：([\s\S]*?)」\s*\n(?:- ?){5,}\s*([\s\S]*)$/;

/** A message that answers to another one begins with it, as WeChat shows it. */
export function withQuote(text: string): {
  readonly text: string;
  readonly quoted: Quoted | undefined;
} {
  const [, sender, said, rest] = OVER_A_RULE.exec(text) ?? QUOTED.exec(text) ?? [];
  if (sender === undefined || said === undefined || rest === undefined)
    return { text, quoted: undefined };
  return { text: rest, quoted: { sender, text: said } };
}

/**
 * A message of the bot as a text: below its words each photo is a mark with what it shows, each
 * file its name.
 */
export function written({
  text,
  attachments = [],
}: Pick<Outgoing, 'text' | 'attachments'>): string {
  const files = attachments.map(({ kind, name, caption }) =>
    [kind === 'photo' ? '[图片]' : `[文件 ${name}]`, caption].filter(Boolean).join(' '),
  );
  return [text, ...files].join('\n');
}

/**
 * What the bot said, as it stands in a script: further lines are indented. `where` is said when it
 * is not here.
 */
export function writeBotLine(to: string | undefined, text: string, where = ''): string {
  const [first = '', ...others] = text.split('\n');
  const head = to === undefined ? `机器人${where}：` : `机器人→${to}${where}：`;
  return [`${head}${first}`, ...others.map((line) => `　　${line}`)].join('\n');
}
