import { fold, readLine } from '../../../../core/line.ts';
import { numberSource, readNumber } from '../../../../core/numerals.ts';
import { isCertainName, isRegistered } from '../../../../understanding/person-names.ts';
import { withoutPoliteness } from '../../../../understanding/politeness.ts';
import { takeParty } from '../../rules/chain/party.ts';
import { isName } from '../../rules/chain/person-names.ts';
import { activityNumber } from './which-activity.ts';

/** Who comes, as it is said behind `+2` or `报名 E7`. */
export interface Who {
  /** Others, by name; how many come with each, where it is said. */
  readonly people: readonly { readonly name: string; readonly party?: number }[];
  /** How many the speaker brings: `我和老伴`, `带孙子`. */
  readonly companions: number;
  /** The speaker is named beside others: `我和王五`. */
  readonly self: boolean;
  /** How many in all: `3人`. */
  readonly count?: number;
  /** Numbers of further activities: `报名 E1 E2`. */
  readonly activities: readonly number[];
}

/**
 * How sure a name has to be that nobody knows: one that is no other word, or whatever somebody may
 * be called.
 */
export type Sureness = 'certain' | 'any';

const kin = `(?:${[
  '老伴|老公|老婆|爱人|先生|太太|丈夫|妻子|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|儿子|女儿|孩子|小孩|娃|宝宝',
  '孙子|孙女|外孙女?|哥哥?|姐姐?|弟弟?|妹妹?|家人|家属|朋友|同事|邻居|同学',
].join('|')})`;
const counted = `((?!0)${numberSource(1)})?(?:个|位|名)?`;
const self = /^(我|本人|自己|me)$/;
/** 我是宋奶奶: the speaker says who they are. */
const OWN_NAME = /^(?:我|本人|俺)(?:是|叫|就是|名叫|姓)\p{Script=Han}{1,6}$/u;
const companion = new RegExp(
  `^(?:(?:我|本人)?(?:和|跟|与|同|带着?|加上?|还有)(?:我(?:家)?的?)?|我(?:家)?的?)${counted}(?:${kin}|人|大人)$`,
);
const headcount = new RegExp(`^(?:共|一共|总共)?((?!0)${numberSource(2)})(?:个?人|位|名)$`);
const phone = /^[+\d][\d\s-]{6,}$/;

/**
 * Reads who is meant, past thanks and phone numbers.
 * @returns undefined where it is talk: a piece of it is nobody and nothing that belongs here.
 */
export function readWho(
  text: string,
  sure: Sureness,
  isKnown: (name: string) => boolean,
): Who | undefined {
  let who: Who | undefined = { people: [], companions: 0, self: false, activities: [] };
  if (text === '') return who;
  for (const piece of piecesOf(text)) {
    who = withPiece(
      who,
      piece,
      (name) => isKnown(name) || (sure === 'any' ? isName(name) : isCertainName(name)),
    );
    if (who === undefined) return undefined;
  }
  return who;
}

function withPiece(who: Who, piece: string, isSure: (name: string) => boolean): Who | undefined {
  const folded = fold(piece);
  if (phone.test(folded)) return who;
  const number = activityNumber.safeParse(folded);
  if (number.success) return { ...who, activities: [...who.activities, number.data] };
  if (self.test(folded) || OWN_NAME.test(folded)) return { ...who, self: true };
  const heads = headcount.exec(folded)?.[1];
  if (heads !== undefined) return { ...who, count: readNumber(heads) };
  const company = companion.exec(folded);
  if (company !== null)
    return { ...who, companions: who.companions + readNumber(company[1] ?? '1') };
  const one = personIn(piece, isSure);
  return one && { ...who, people: [...who.people, one] };
}

function piecesOf(text: string): readonly string[] {
  return withoutPoliteness(readLine(text))
    .typed.split(/[\s、，,;；]+/)
    .filter((piece) => withoutPoliteness(readLine(piece)).typed !== '')
    .flatMap((piece) => (companion.test(fold(piece)) ? [piece] : pairIn(piece)));
}

/** `李娟和王五` are two. */
function pairIn(piece: string): readonly string[] {
  const two = piece.split(/[和跟与&＆]/);
  return two.length > 1 && two.every((one) => isRegistered(one) || self.test(one)) ? two : [piece];
}

function personIn(
  piece: string,
  isSure: (name: string) => boolean,
): { readonly name: string; readonly party?: number } | undefined {
  if (isSure(piece)) return { name: piece };
  const { party, left } = takeParty(piece);
  const name = left.replace(/[()（）\s]/g, '');
  return party > 1 && isSure(name) ? { name, party } : undefined;
}
