import {
  readScriptLine,
  type ScriptLine,
  withPhotos,
  withQuote,
  writeBotLine,
  written,
} from '../../adapters/terminal/script.ts';
import { ignoreReasons } from '../../src/core/ignored.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { Player } from './player.ts';
import type { Reply, Spoken } from './stage.ts';

/** What a play came to. */
export interface Played {
  /** The whole conversation, what the bot really said included. */
  readonly transcript: string;
  /**
   * What the script expected the bot to say where it said something else; empty when all is as
   * expected.
   */
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly line: number;
  readonly expected: string;
  readonly said: string;
}

/** The platforms that a script speaks on. */
export function platformsOf(script: string): readonly string[] {
  const named = blocksOf(script).flatMap(({ what }) =>
    what.kind === 'speech' ? [what.platform ?? 'terminal'] : [],
  );
  return named.length === 0 ? ['terminal'] : [...new Set(named)];
}

interface Block {
  readonly line: number;
  readonly what: Exclude<ScriptLine, { kind: 'more' }>;
}

/**
 * Plays a conversation. Where the script has lines of the bot, or `（沉默）`, after something that
 * happened, these must be all that it said; elsewhere it may say what it likes. With `why` the
 * transcript tells the reason of each silence, in a line that a script passes over.
 */
export async function play(
  script: string,
  player: Player,
  firstGroup: string,
  { why = false }: { readonly why?: boolean | undefined } = {},
): Promise<Played> {
  const transcript: string[] = [];
  const differences: Difference[] = [];
  let group = firstGroup;
  for (const { block, expected } of turnsOf(blocksOf(script))) {
    const { what } = block;
    if (what.kind === 'group') group = what.title;
    const before = new Map(player.ignored);
    transcript.push(...(await happen(what, player, group)));
    const said = byPlace(player.take().map((reply) => saidTo(reply, group)));
    const isAsked = expected.length > 0 || (why && what.kind === 'speech');
    const silence = said.length === 0 && isAsked ? [SILENCE] : [];
    transcript.push(...said, ...silence);
    if (why && silence.length > 0) transcript.push(...reasons(before, player.ignored));
    const difference = differenceOf(expected, [...said, ...silence], block.line);
    if (difference !== undefined) differences.push(difference);
  }
  return { transcript: transcript.join('\n'), differences };
}

/** Something that happens, and the lines of the bot that follow it in the script. */
interface Turn {
  readonly block: Block;
  readonly expected: string[];
}

function turnsOf(blocks: readonly Block[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const block of blocks) {
    const { what } = block;
    if (what.kind !== 'bot' && what.kind !== 'silence') {
      turns.push({ block, expected: [] });
      continue;
    }
    const last = turns.at(-1);
    if (last === undefined)
      throw new UserError({
        zh: `第 ${block.line} 行：前面没有人说话，机器人没什么可回答的`,
        en: `line ${block.line}: the bot can only answer to something`,
      });
    const line = what.kind === 'silence' ? SILENCE : writeBotLine(what.to, what.text, what.where);
    last.expected.push(line);
  }
  return turns;
}

function differenceOf(
  lines: readonly string[],
  really: readonly string[],
  line: number,
): Difference | undefined {
  const [expected, said] = [lines.join('\n'), really.join('\n')];
  const isSame = lines.length === 0 || matches(byPlace(lines).join('\n'), said);
  return isSame ? undefined : { line, expected, said };
}

/** The reasons that were counted meanwhile, as lines that a script passes over. */
function reasons(before: Player['ignored'], now: Player['ignored']): readonly string[] {
  return [...now]
    .filter(([reason, count]) => count > (before.get(reason) ?? 0))
    .map(([reason]) => `# ${reason}: ${ignoreReasons[reason]}`);
}

const SILENCE = '（沉默）';

/**
 * Different chats are written to side by side; only within one is the order certain. Groups first,
 * then by chat.
 */
function byPlace(lines: readonly string[]): string[] {
  const place = (line: string) => /^[^：]*/.exec(line)?.[0] ?? '';
  return [...lines].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** Group and platform are named where it is not the group that the conversation is in. */
function saidTo({ outgoing }: Reply, group: string): string {
  const { to } = outgoing;
  const title = to.kind === 'group' && to.chat !== group ? `（${to.chat}）` : '';
  const platform = to.platform === 'terminal' ? '' : `@${to.platform}`;
  return writeBotLine(
    to.kind === 'private' ? to.chat : undefined,
    written(outgoing),
    `${title}${platform}`,
  );
}

async function happen(
  what: Block['what'],
  player: Player,
  group: string,
): Promise<readonly string[]> {
  switch (what.kind) {
    case 'clock':
      await player.passTo(what.when);
      return [`【${what.when}】`];
    case 'restart':
      await player.restart();
      return ['【重启】'];
    case 'group':
      return [`【群：${what.title}】`];
    case 'speech': {
      const { text: said, quoted } = withQuote(what.text);
      const { text, photos } = withPhotos(said);
      const line: Spoken = {
        name: what.name,
        private: what.private,
        platform: what.platform,
        when: what.when,
        group,
        text,
        photos,
        quoted,
      };
      await player.say(line);
      const place = `${what.private ? '（私聊）' : ''}${what.platform === undefined ? '' : `@${what.platform}`}`;
      const when = what.when === undefined ? '' : `${what.when} `;
      return [`${when}${what.name}${place}：${what.text.replaceAll('\n', '\n　　')}`];
    }
    default:
      return [];
  }
}

/**
 * Lines of a script, with what belongs together put together; blank lines and those that begin with
 * `#` aside.
 */
function blocksOf(script: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const [index, line] of script.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const what = readScriptLine(line);
    if (what.kind !== 'more') {
      blocks.push({ line: index + 1, what });
      continue;
    }
    const last = blocks.at(-1);
    if (last?.what.kind !== 'speech' && last?.what.kind !== 'bot')
      throw new UserError({
        zh: `第 ${index + 1} 行没写是谁说的：${what.text}`,
        en: `line ${index + 1}: nobody says this: ${what.text}`,
      });
    blocks[blocks.length - 1] = {
      ...last,
      what: { ...last.what, text: `${last.what.text}\n${what.text}` },
    };
  }
  return blocks;
}

/** `*` in what was expected stands for any text. */
function matches(expected: string, said: string): boolean {
  const [first = '', ...others] = expected.split(/\*+/);
  const last = others.pop();
  if (last === undefined) return said === expected;
  if (!said.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = said.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return said.length - last.length >= at && said.endsWith(last);
}
