import { put, type Records, type Remember, remove } from '../../core/collection.ts';
import { addressKey, type Delivery, deliveries } from '../../core/records.ts';
import { inLanguage, type Language, nameList, plain, type Text } from '../../core/text.ts';
import { accountKey, accounts, languageAt, nameOf } from '../../identity/people/index.ts';
import { deliveryTexts } from '../delivery-texts.ts';

/** A message has eight lines at most: one above, one below. */
const LINES = 6;
/** So many of those who asked the same are named. */
const NAMED = 6;
/** So much of each answer stands in the sum, characters. */
const FIRST = 60;

/**
 * The answers that wait in the chat of one, to the same person or to anybody, and that can be told
 * in words together with it: itself first.
 */
export function joinable(
  one: Delivery,
  whose: 'same' | 'all',
  records: Records,
  now: number,
): readonly Delivery[] {
  if (!isPlain(one, one, now)) return [one];
  const others = records
    .slice(deliveries, 'byChat', addressKey(one.to))
    .filter((other) => other.id !== one.id && isPlain(other, one, now))
    .filter(({ choosers }) => whose === 'all' || choosers === one.choosers);
  return [one, ...others];
}

function isPlain(other: Delivery, one: Delivery, now: number): boolean {
  const { text, photos, calendar, link, begun, standing, answers, topic, notBefore } = other;
  const isWhole = begun === undefined && standing === undefined;
  const isText = text !== undefined && photos === undefined && calendar === undefined;
  const isDue = notBefore <= now && answers !== undefined && topic === one.topic;
  return isText && isWhole && isDue && link === undefined;
}

/** The first of some answers tells all of them, and the others are told by it. */
export function join(
  [first, ...others]: readonly [Delivery, ...Delivery[]],
  records: Records,
): readonly Remember[] {
  const text = joinedText([first, ...others], records);
  const isOnePerson = others.every(({ choosers }) => choosers === first.choosers);
  const { choosers: _, ...rest } = first;
  const deadline = Math.max(first.deadline, ...others.map((other) => other.deadline));
  const one = { ...(isOnePerson ? first : rest), text, choices: [], deadline };
  return [put(deliveries, one), ...others.map(({ id }) => remove(deliveries, id))];
}

/** Whatever was answered with the same words stands once, with the names of those it answers. */
function joinedText(all: readonly [Delivery, ...Delivery[]], records: Records): string {
  const [first] = all;
  const language = languageAt(first.to, records);
  const byText = new Map<string, Set<string>>();
  for (const one of all) {
    const names = byText.get(one.text ?? '') ?? new Set<string>();
    const name = nameFor(one, records);
    byText.set(one.text ?? '', name === undefined ? names : names.add(name));
  }
  const isOnePerson = all.every(({ choosers }) => choosers === first.choosers);
  const said = [...byText];
  const [only] = said;
  // All asked for the same: they get it whole.
  if (only !== undefined && said.length === 1)
    return isOnePerson ? only[0] : withNames(only, language);
  const items = said.map(([text, names]) => {
    const begins = firstLine(text);
    return isOnePerson || names.size === 0
      ? `· ${begins}`
      : `${listed(names, language)}：${begins}`;
  });
  const perLine = Math.ceil(items.length / LINES);
  const lines = Array.from({ length: Math.ceil(items.length / perLine) }, (_, row) =>
    items.slice(row * perLine, (row + 1) * perLine).join('　'),
  );
  const title: Text = isOnePerson
    ? deliveryTexts.summedFor(nameFor(first, records) ?? '', all.length)
    : deliveryTexts.summed(all.length);
  return [title, ...lines.map(plain), deliveryTexts.askInPrivate]
    .map((line) => inLanguage(line, language))
    .join('\n');
}

function withNames([text, names]: readonly [string, ReadonlySet<string>], language: Language) {
  return names.size === 0 ? text : `${listed(names, language)}：\n${text}`;
}

function listed(names: ReadonlySet<string>, language: Language): string {
  return inLanguage(nameList([...names].map(plain), NAMED), language);
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  const letters = [...line];
  return letters.length > FIRST ? `${letters.slice(0, FIRST - 1).join('')}…` : line;
}

function nameFor({ to, choosers }: Delivery, records: Records): string | undefined {
  if (choosers === undefined) return undefined;
  const account = records.get(accounts, accountKey(to, choosers));
  return account === undefined ? undefined : nameOf(records, account.person);
}
