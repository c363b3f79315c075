import type { AnyCommand } from '../core/command.ts';
import { ignore } from '../core/ignored.ts';
import { firstWordOf, fold, type Line, readLine, tail } from '../core/line.ts';
import type { Catalog } from './catalog.ts';
import { type Hint, hello, notUnderstood, sayIt, youAreWelcome } from './hints.ts';
import { withoutMention } from './mention.ts';
import { readLatin, readNamed } from './named.ts';
import { withoutPoliteness } from './politeness.ts';
import type { AskReading, Reading, Utterance } from './reading.ts';
import { readShort } from './short-forms.ts';
import { slipOf } from './slips.ts';

/**
 * The exact reader: text → line → command and arguments, or a hint, or why it is ignored. Pure;
 * reads no records.
 */
export function route(utterance: Utterance, catalog: Catalog): Reading {
  const { line, isToUs } = addressedLine(utterance, catalog);
  if (line.folded.startsWith('/')) return readSlash(line, utterance, isToUs, catalog);
  if (!isToUs)
    return (
      readShort(line, utterance, catalog) ??
      readLatin(withoutPoliteness(line), utterance, catalog) ??
      ignore('talk')
    );
  return (
    readNamed(line, utterance, catalog) ??
    misspelt(line, catalog) ??
    readFreely(line, catalog) ??
    notUnderstood
  );
}

/** The line without the mention of the bot, and whether it was said to the bot. */
export function addressedLine(
  utterance: Utterance,
  catalog: Catalog,
): { readonly line: Line; readonly isToUs: boolean } {
  const typed = withSlash(readLine(utterance.text), catalog);
  const unmentioned = /[@/]/.test(typed.folded)
    ? withoutMention(typed, utterance, catalog)
    : undefined;
  const isToUs = unmentioned !== undefined || utterance.addressed || utterance.kind === 'private';
  return { line: unmentioned ?? typed, isToUs };
}

/** A key beside the slash on Chinese keyboards, before the name of a command: `、帮助`. */
function withSlash(line: Line, catalog: Catalog): Line {
  if (!line.folded.startsWith('、')) return line;
  const first = firstWordOf(line);
  return catalog.names.has(first?.folded.slice(1) ?? '')
    ? { typed: `/${line.typed.slice(1)}`, folded: `/${line.folded.slice(1)}` }
    : line;
}

/** No platform's own slash words are Chinese. */
const CHINESE_NAME = /^\p{Script=Han}{2,6}$/u;

function readSlash(line: Line, utterance: Utterance, isToUs: boolean, catalog: Catalog): Reading {
  const head = /^\/\s*(?<name>[^\s@]*)(?:@(?<bot>\S+))?/.exec(line.folded);
  const bot = head?.groups?.['bot'];
  const isOthers = bot !== undefined && !utterance.botNames.some((name) => fold(name) === bot);
  if (isOthers && utterance.kind === 'group') return ignore('other-bot');
  const name = head?.groups?.['name'] ?? '';
  const behind = tail(line, head?.[0].length ?? 1);
  const typedName = line.typed.slice(/^\/\s*/.exec(line.folded)?.[0].length).slice(0, name.length);
  const said = {
    typed: `${typedName} ${behind.typed}`.trim(),
    folded: `${name} ${behind.folded}`.trim(),
  };
  const read = readNamed(said, utterance, catalog) ?? misspelt(said, catalog);
  if (read !== undefined) return read;
  // An unknown slash word in a group is another bot's, unless it is Chinese.
  const isOurs = bot !== undefined || isToUs || CHINESE_NAME.test(name);
  return isOurs ? (readFreely(said, catalog) ?? notUnderstood) : ignore('other-bot');
}

/** What was written with a slip is asked, and carried out only when they say so. */
function misspelt(line: Line, catalog: Catalog): AskReading | undefined {
  const first = firstWordOf(line);
  if (first === undefined) return undefined;
  const meant = slipOf(first.folded, catalog.names.keys());
  const command = meant === undefined ? undefined : catalog.names.get(meant);
  if (meant === undefined || command === undefined) return undefined;
  const { zhName, name } = command;
  const typed = `/${meant} ${tail(line, first.start + first.folded.length).typed}`.trim();
  return {
    kind: 'ask',
    command,
    isGuess: true,
    text: {
      zh: `没有「${first.typed}」，您是想说「${zhName}」吗？是的话请回「是」`,
      en: `There is no “${first.typed}”. Did you mean /${name}? If so answer “yes”`,
    },
    choices: [{ label: { zh: zhName, en: name }, typed }],
  };
}

const GREETING =
  /^(喂|嗨|哈喽|哈罗|在|在不在|在么|在吗|在线|有人|有人在|听得到|听得见|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|hey|good (morning|evening|afternoon)|[,，。!！?？吗呢么啊哦 ])+$/;
const PRAISE =
  /^(谢谢|多谢|感谢|[,，。]|小联|机器人|你|您|这个|真是|真|太|好|很|挺|非常|特别|是个|最)*(聪明|真好|能干|厉害|棒|好|好用|贴心|可爱|方便|有用|辛苦|不错|great|good bot|nice)(了|啊|呀|哦|的|极了)*$/;

/** Said to the bot as to a person: a greeting, or words that name a subject. */
function readFreely(line: Line, catalog: Catalog): Hint | undefined {
  const bare = withoutPoliteness(line, true).folded;
  if (bare === '') return /谢|辛苦|thank/.test(line.folded) ? youAreWelcome : hello;
  if (PRAISE.test(bare)) return youAreWelcome;
  if (GREETING.test(bare)) return hello;
  const commands = catalog.commands.filter(({ unlisted }) => !unlisted);
  const isIn = ({ zhName }: AnyCommand) => zhName.length > 1 && line.folded.includes(fold(zhName));
  const meant = commands.find(({ hintPattern }) => hintPattern?.test(line.folded));
  const named = commands.find((command) => command.daily && isIn(command));
  if (meant !== undefined) return sayIt(meant, `${meant.zhName} ${line.typed}`);
  return named && sayIt(named, named.examples[0]);
}
