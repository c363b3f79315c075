import type { Line } from '../core/line.ts';

/** Emoji and what joins them to one, or as some platforms write them: `[强]`. */
const picture = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u200d\u20e3]|\[(?:\p{Script=Han}{1,3}|ok)\]`;
/** No `?`: a question is no command. */
const sign = String.raw`[\s,，.。、!;；~…·]`;
const thanks =
  '(?:谢谢|多谢|感谢|辛苦|麻烦|拜托|谢(?=[啦了哈呀]))(?:你们|您们|你|您|大家|各位|小联)?(?:了|啦|哈|哦|啊)?|3q|thx|thanks?(?: you)?|please|pls';
const particle = '(?:啊|(?<!哈)哈+|啦|哦|喔|噢|呀|哟|吧|呗|嘞|咯|嗷)';
const opening =
  '你们?好|您好|大家好|请问?|麻烦(?:你|您)?|劳驾|帮忙|帮我|给我|替我|我们?|也|要|想|来|就|能不能|能|可以|可不可以|hi|hello';

// 12 characters hold the longest of them; the ends are looked at, never the whole of a long
// message.
const WINDOW = 12;
const signs = [new RegExp(`^(?:${picture}|${sign})`, 'u')];
const openings = [...signs, new RegExp(`^(?:${opening})`, 'u')];
const thanksAndSigns = [
  new RegExp(`(?:${picture}|${sign})$`, 'u'),
  new RegExp(`(?<![a-z])(?:${thanks})$`, 'u'),
];
const endings = [...thanksAndSigns, new RegExp(`${particle}$`, 'u')];
/**
 * In talk it is one only behind a number or a letter: 「报名啦」 is said to others, 「报名 E1 啦」 is not.
 */
const endingsInTalk = [
  ...thanksAndSigns,
  new RegExp(String.raw`(?<=[a-z0-9]\s?)${particle}$`, 'u'),
];

/**
 * A line without what people put around a short form: end signs, emoji, thanks, and behind a number
 * 啊, 哈, 吧.
 * `+1！`, `+1 谢谢🙏`, `认领 12 哈` are said with the same certainty as without. Of a message that is for
 * the bot anyway (`toUs`), also without 我要, 麻烦帮我 before it, and 啊 behind any word.
 */
export function withoutPoliteness({ typed, folded }: Line, toUs = false): Line {
  const before = toUs ? openings : signs;
  const behind = toUs ? endings : endingsInTalk;
  let start = 0;
  let end = folded.length;
  for (let found = end; found > 0; start += found)
    found = lengthOf(before, folded.slice(start, Math.min(end, start + WINDOW)));
  for (let found = end; found > 0; end -= found)
    found = lengthOf(behind, folded.slice(Math.max(start, end - WINDOW), end));
  return { typed: typed.slice(start, end), folded: folded.slice(start, end) };
}

function lengthOf(patterns: readonly RegExp[], text: string): number {
  return (
    patterns.map((pattern) => pattern.exec(text)?.[0].length ?? 0).find((length) => length > 0) ?? 0
  );
}
