import type { Speaker } from '../core/command.ts';
import { ignore } from '../core/ignored.ts';
import type { Line } from '../core/line.ts';
import type { Question } from '../core/questions.ts';
import type { Wording } from '../core/wording.ts';
import { answerTo } from './answers.ts';
import type { Catalog } from './catalog.ts';
import { declined, sayIt } from './hints.ts';
import type { CommandReading, Reading, Utterance } from './reading.ts';
import { addressedLine, route } from './router.ts';
import type { Worded } from './wording/index.ts';
import type { WordingSituation } from './wording/situation.ts';
import { isAllNumbers, wordingsOf } from './wording/strength.ts';

/** A message that the bot may be meant by: words as the exact reader reads them, or photos. */
export type Heard =
  | { readonly kind: 'words'; readonly utterance: Utterance; readonly exact: Reading }
  | { readonly kind: 'photos'; readonly utterance: Utterance };

/** What is open around a speaker. It is looked up only where the exact forms do not tell. */
export type OpenThings = Omit<WordingSituation, 'addressed' | 'references' | 'answersPerson'>;

/** All that understanding may know beside the words: who speaks, and what is open with them. */
export interface Situation {
  /** Undefined where the platform hides who speaks. */
  readonly speaker: Speaker | undefined;
  /** The number that they said last, alone: photos behind it belong to it. */
  readonly recentNumber?: string | undefined;
  /** What the bot has asked them here. */
  readonly question?: Question | undefined;
  /** The message answers somebody else's, so it is theirs. */
  readonly answersPerson?: boolean;
  readonly open?: (() => OpenThings) | undefined;
}

/** What a message means, for who speaks and as things stand. Pure. */
export function understand(heard: Heard, situation: Situation, catalog: Catalog): Reading {
  if (heard.kind === 'photos')
    return asSure(readPhotos(heard.utterance, situation.recentNumber, catalog), situation);
  const { utterance, exact } = heard;
  const { line, isToUs } = addressedLine(utterance, catalog);
  const answer = readAnswer(line, utterance, exact, situation.question, catalog);
  if (answer !== undefined) return answer;
  if (exact.kind === 'command' && exact.trigger !== 'guess') {
    const doubt = doubtOf(line, exact, utterance, situation, catalog);
    if (doubt !== undefined) return doubt;
  }
  if (exact.kind === 'command' && exact.trigger === 'command') return exact;
  if (isTheirs(line, exact, situation)) return ignore('answers-person');
  if (exact.kind === 'command' && exact.trigger === 'short')
    return readShort(line, isToUs, exact, utterance, situation, catalog);
  const own = readOwnWords(line, isToUs, utterance, situation, catalog);
  return chosenOf(exact, own, situation);
}

/**
 * Where people's own words tell nothing, the exact forms may still have an idea; a list is none of
 * them.
 */
function chosenOf(exact: Reading, own: Reading | undefined, situation: Situation): Reading {
  if (own === undefined || own.kind === 'ignored')
    return exact.kind === 'ignored' && own !== undefined ? own : asSure(exact, situation);
  if (exact.kind !== 'command' || own.command === exact.command) return own;
  return asSure(own.kind === 'hint' ? exact : { ...exact, otherwise: own }, situation);
}

/** A sign or a letter in answer to a person is for that person. */
function isTheirs({ folded }: Line, exact: Reading, { answersPerson = false }: Situation): boolean {
  const isBare = /^(?:\P{Script=Han}{1,4}|\p{Script=Han}{1,4})$/u.test(folded);
  const isNumbered = /[a-z#]\d/.test(folded);
  return answersPerson && exact.kind === 'command' && isBare && !isNumbered;
}

/** What is asked where a note turns around what its word says: 满意 1 但是还漏水. */
function doubtOf(
  line: Line,
  { command, args }: CommandReading,
  utterance: Utterance,
  situation: Situation,
  catalog: Catalog,
): Reading | undefined {
  const ways = wordingsOf(command);
  if (args['note'] === undefined || !ways.some(({ doubt }) => doubt !== undefined))
    return undefined;
  const own = readOwnWords(line, true, utterance, situation, catalog);
  return own?.kind === 'ask' ? own : undefined;
}

/**
 * Words behind a short form may say more than it has places for: `+1，我妈也去`; what is read whole
 * counts. A sign is exact enough, and its own words are tried where it is declined.
 */
function readShort(
  line: Line,
  isToUs: boolean,
  exact: CommandReading,
  utterance: Utterance,
  situation: Situation,
  catalog: Catalog,
): Reading {
  const ways = wordingsOf(exact.command);
  const keepsText = ways.some(({ note, text }) => note ?? text);
  if (keepsText || !/\s\S|[,，。、(（:：]/.test(line.folded)) return exact;
  if (isAllNumbers(exact.args, ways) && (utterance.references?.size ?? 0) === 0) return exact;
  const isSign = ways.some(({ plus, minus }) => plus || minus);
  const around = aroundFor(isToUs || !isSign, utterance, situation);
  const own = around && readingOf(catalog.wordings.read(line, around), isToUs || !isSign);
  if (own?.kind !== 'command' && own?.kind !== 'ask') return exact;
  if (own.command !== exact.command) return exact;
  if (!isSign) return own;
  const saysMore =
    own.kind === 'ask' || isMore(own, exact, ways) || (utterance.references?.size ?? 0) > 0;
  return saysMore ? { ...exact, otherwise: own } : exact;
}

/** What was read whole names others, or more of them, than the form has places for. */
function isMore(
  { args: own }: CommandReading,
  { args: exact }: CommandReading,
  ways: readonly Wording[],
): boolean {
  // -1 我妈: of whoever came along.
  const isOfCompany =
    ways.some(({ minus }) => minus) && own['who'] === undefined && exact['who'] !== undefined;
  return isOfCompany || ['who', 'count'].some((name) => (own[name] ?? exact[name]) !== exact[name]);
}

/** Nobody can answer for a guess. */
function asSure(read: Reading, { speaker }: Situation): Reading {
  const isGuess = read.kind === 'command' && read.trigger === 'guess';
  return isGuess && speaker === undefined ? ignore('hidden') : read;
}

/** As if the number of the request that the photos answer, or the last number, were a caption. */
function readPhotos(
  { references, ...utterance }: Utterance,
  recentNumber: string | undefined,
  catalog: Catalog,
): Reading {
  const text = references?.get('#')?.toString() ?? recentNumber;
  const read = text === undefined ? undefined : route({ ...utterance, text }, catalog);
  return read?.kind === 'command' ? read : ignore('photos-alone');
}

/** What somebody says who was asked. A command that is spelled out goes before any open answer. */
function readAnswer(
  line: Line,
  utterance: Utterance,
  exact: Reading,
  question: Question | undefined,
  catalog: Catalog,
): Reading | undefined {
  if (question === undefined || line.folded.startsWith('/')) return undefined;
  const isCommand =
    (exact.kind === 'command' && exact.trigger !== 'guess') || catalog.wordings.opens(line);
  const { open: _, ...closed } = question;
  const answer = answerTo(line, isCommand ? closed : question);
  if (answer === undefined) return undefined;
  if (answer.kind === 'declined') return declined;
  const typed = answer.messages.map((text) =>
    route({ text, kind: utterance.kind, addressed: true, botNames: utterance.botNames }, catalog),
  );
  const [first, ...others] = typed;
  if (first?.kind !== 'command') return first;
  return withMore(
    first,
    others.flatMap((one) => (one.kind === 'command' ? [one] : [])),
  );
}

function withMore(first: CommandReading, more: readonly CommandReading[]): CommandReading {
  return more.length === 0 ? first : { ...first, more };
}

/** What people say who do not say it as they were taught. */
function readOwnWords(
  line: Line,
  isToUs: boolean,
  utterance: Utterance,
  situation: Situation,
  catalog: Catalog,
): Reading | undefined {
  const around = aroundFor(isToUs, utterance, situation);
  if (around === undefined) return undefined;
  const said = line.folded.startsWith('/')
    ? { typed: line.typed.slice(1), folded: line.folded.slice(1) }
    : line;
  const phrased = readPhrase(said, around, utterance.kind, catalog);
  return phrased ?? readingOf(catalog.wordings.read(said, around), isToUs);
}

/** What is open around who speaks; nothing is looked up for somebody whom the platform hides. */
function aroundFor(
  addressed: boolean,
  { references = new Map() }: Utterance,
  { speaker, answersPerson = false, open }: Situation,
): WordingSituation | undefined {
  return speaker === undefined || open === undefined
    ? undefined
    : { ...open(), addressed, references, answersPerson };
}

/** A sentence that stands for words to be typed, read as these. */
function readPhrase(
  line: Line,
  around: WordingSituation,
  kind: Utterance['kind'],
  catalog: Catalog,
): Reading | undefined {
  const read = catalog.phrases.read(line, around);
  if (read === undefined) return undefined;
  if (read.kind === 'typed') {
    const typed = route({ text: read.text, kind, addressed: true, botNames: [] }, catalog);
    // Nobody has spoken to the bot: what the records do not bear out was talk.
    return typed.kind === 'command' && !around.addressed ? { ...typed, trigger: 'short' } : typed;
  }
  const { command, text, choices } = read;
  return { kind: 'ask', command, text, choices };
}

function readingOf(read: Worded, isToUs: boolean): Reading | undefined {
  switch (read.kind) {
    case 'acts': {
      const [first, ...others] = read.acts.map(
        (act): CommandReading => ({ kind: 'command', trigger: 'command', ...act }),
      );
      return first && withMore(first, others);
    }
    case 'which':
      return {
        kind: 'ask',
        command: read.command,
        text: read.text ?? { zh: '您说的是哪一个？', en: 'Which one?' },
        choices: read.subjects.map((one) => ({ label: one.label, typed: read.typed(one) })),
      };
    case 'offers':
      return { kind: 'ask', command: read.command, text: read.text, choices: read.choices };
    case 'open':
      return { kind: 'ask', command: read.command, text: read.text, choices: [], open: read.open };
    case 'hint':
      return sayIt(read.command, read.typed);
    case 'talk':
      return isToUs ? undefined : ignore(read.reason);
  }
}
