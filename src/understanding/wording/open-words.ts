import { fold } from '../../core/line.ts';
import { soundOf } from '../../core/sounds.ts';
import type { Finder } from './clauses.ts';
import { Lexicon, type Sense } from './lexicon.ts';
import { OptionFinder } from './options.ts';
import type { WordingSituation } from './situation.ts';

const OWN_UNIT =
  '(我|我们|咱|咱们|俺们|本)(单位|公司|集团|社区|学校|银行|医院|店|所|超市|物业|药房)';

/** Finds the words of what is open now. */
export function openWords(
  { subjects, units, speaker }: WordingSituation,
  general: Lexicon,
): readonly Finder[] {
  const lexicon = new Lexicon();
  const heard: Heard[] = [];
  for (const subject of subjects) {
    for (const called of subject.called)
      lexicon.addWord(called, { role: 'subject', value: subject });
    if (subject.place !== undefined) lexicon.addWord(subject.place, { role: 'place' });
    const { word } = subject;
    if (word === undefined) continue;
    const sense = { role: 'word', value: word } as const;
    lexicon.addWord(word, sense);
    lexicon.addWord([...word].join(' '), sense);
    heard.push({ word, sense });
  }
  for (const { id, called } of units)
    for (const name of called) lexicon.addWord(fold(name), { role: 'unit', value: id });
  if (speaker.unit !== undefined) lexicon.add(OWN_UNIT, { role: 'unit', value: speaker.unit });
  // 石头爸 calls himself 石头爸爸, too.
  const own = fold(speaker.name);
  for (const name of [own, `${own}${own.slice(-1)}`]) lexicon.addWord(name, { role: 'me' });
  return [lexicon, new EarFinder(heard, general), new OptionFinder(subjects, general)];
}

interface Heard {
  readonly word: string;
  readonly sense: Sense;
}

/** Finds what sounds like a word and is written otherwise: 怀花 for 槐花. */
export class EarFinder implements Finder {
  private readonly words: readonly (Heard & { readonly sound: string })[];
  private readonly general: Lexicon;

  /** @param general what is a word itself, as 保命, was not misheard. */
  constructor(words: readonly Heard[], general: Lexicon) {
    this.general = general;
    this.words = words
      .filter(({ word }) => /^\p{Script=Han}{2,}$/u.test(word))
      .map((one) => ({ ...one, sound: soundOf(one.word) }));
  }

  *at(text: string, from: number): Generator<{ end: number; senses: readonly Sense[] }> {
    for (const { word, sense, sound } of this.words) {
      const end = from + word.length;
      const said = text.slice(from, end);
      const isAsLong = said.length === word.length && said !== word;
      if (isAsLong && soundOf(said) === sound && !this.general.has(said))
        yield { end, senses: [sense] };
    }
  }
}
