import type { AnyCommand } from '../../core/command.ts';
import type { Phrase } from '../../core/phrase.ts';
import { plain, type Text } from '../../core/text.ts';
import type { Subject } from '../../core/wording.ts';
import type { WordingSituation } from '../wording/situation.ts';
import type { Matched } from './match.ts';
import type { SlotName } from './pattern.ts';

/** What a phrase comes to. */
export type Phrased =
  /** These words are carried out as if they had been typed. */
  | { readonly kind: 'typed'; readonly command: AnyCommand; readonly text: string }
  /** Asked first: what is meant, or whether it is. */
  | {
      readonly kind: 'asks';
      readonly command: AnyCommand;
      readonly text: Text;
      readonly choices: readonly Choice[];
    };

interface Choice {
  readonly label: Text;
  readonly typed: string;
}

/** Clauses in which something is denied, only thought of, or told of others. */
const DOUBT =
  /不|没|别|未|如果|要是|万一|听说|据说|可能|也许|好像|建议|假如|谁|为什么|怎么|他们|人家|if|not|maybe/;

/** A clause of its own that says why is no doubt; a piece of the very clause may change its sense. */
function isWhole({ passed, isCutOff }: Matched): boolean {
  return passed === '' || (isCutOff && !DOUBT.test(passed));
}

/** Puts in what was said, with the activity or the request that is meant. */
export function resolved(
  { command, phrase }: { readonly command: AnyCommand; readonly phrase: Phrase },
  matched: Matched,
  situation: WordingSituation,
): Phrased | undefined {
  const choices = choicesFor(command, phrase, matched, situation);
  const [only, another] = choices;
  if (only === undefined) return undefined;
  if (another !== undefined) return { kind: 'asks', command, text: whichOne, choices };
  const isSure = phrase.asks === true || isWhole(matched);
  if (phrase.confirm !== undefined)
    return { kind: 'asks', command, text: phrase.confirm(only.label, only.typed), choices };
  // Unasked, nobody is asked about a sentence that names nothing.
  const isNamed = ['activity', 'request', 'unit', 'who'].some((name) =>
    matched.slots.has(name as SlotName),
  );
  if (!isSure && !isNamed && !situation.addressed) return undefined;
  return isSure
    ? { kind: 'typed', command, text: only.typed }
    : { kind: 'asks', command, text: didYouMean(only.typed), choices };
}

const whichOne: Text = { zh: '您说的是哪一个？', en: 'Which one?' };

function didYouMean(typed: string): Text {
  return {
    zh: `您是想说「${typed}」吗？是的话请回「是」`,
    en: `Did you mean “${typed}”? If so answer “yes”`,
  };
}

/** The words to be typed for each that may be meant. */
function choicesFor(
  command: AnyCommand,
  phrase: Phrase,
  { slots, passed }: Matched,
  situation: WordingSituation,
): readonly Choice[] {
  const words = (subject: Partial<Record<SlotName, string>>) =>
    phrase.as
      .replace(/\{(\w+)\}/g, (_, name) => {
        const slot = name as SlotName;
        return subject[slot] ?? slots.get(slot)?.value ?? '';
      })
      .replace('{…}', passed)
      .replace(/\s+/g, ' ')
      .trim();
  const bare = (typed: string) => [{ label: plain(typed), typed }];
  if (phrase.as.includes('{request}')) {
    const said = slots.get('request')?.value ?? situation.references.get('#')?.toString();
    if (said !== undefined) return bare(words({ request: said }));
    return requestsMeant(command, situation).map(({ label, number }) => ({
      label,
      typed: words({ request: String(number) }),
    }));
  }
  if (!phrase.as.includes('{activity}')) return bare(words({}));
  const named = slots.get('activity');
  const meant = activitiesMeant(named?.value, named?.among, situation, phrase.sole === true);
  // A number that nothing has here: the command tells so.
  if (meant.length === 0) return named?.among === undefined && named ? bare(words({})) : [];
  return meant.map(({ label, number }) => ({ label, typed: words({ activity: `E${number}` }) }));
}

/** The most that somebody is asked to choose from. */
const MOST = 5;

/** Those that take the command. */
function requestsMeant({ name }: AnyCommand, { subjects }: WordingSituation): readonly Subject[] {
  return subjects
    .filter(({ letter, invites }) => letter === '#' && invites.includes(name))
    .slice(0, MOST);
}

function activitiesMeant(
  number: string | undefined,
  among: readonly Subject[] | undefined,
  { subjects, references, fresh, addressed }: WordingSituation,
  sole: boolean,
): readonly Subject[] {
  const all = subjects.filter(({ letter }) => letter === 'e');
  if (number?.startsWith('E')) return all.filter((one) => `E${one.number}` === number);
  const answered = references.get('e') ?? fresh.get('e');
  const those = (among ?? all).filter((one) => one.number === answered);
  if (those.length > 0) return those;
  const isClear = addressed || (sole && all.length === 1);
  return (among ?? (isClear ? all : [])).slice(0, MOST);
}
