import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeIn } from '../../src/core/places.ts';
import { bestOf, type Fitting } from '../../src/features/offers/rules/matching.ts';
import { categoriesOf, categoryFor } from '../../src/features/requests/rules/reading.ts';

/*
 * Needs in residents' words, and what units and people offer, with the right ones marked before there
 * was a matcher. The share of needs for which a right offer is among the first three may not fall.
 */

interface NeedRow {
  readonly text: string;
  readonly right: readonly string[];
}

interface OfferRow {
  readonly id: string;
  readonly text: string;
  readonly when?: string;
  readonly where?: string;
}

const rows = <T>(file: string) =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly T[];
const offers = rows<OfferRow>('offers.json');
const categories = categoriesOf({ get: () => undefined } as never);
const categoryOf = (text: string) => categoryFor(text, categories);

const asFitting = ({ text, where }: OfferRow): Fitting => ({
  text,
  category: categoryOf(text),
  areas: where === undefined ? [] : [where],
  lately: 0,
});

/** The first three by the matcher, and by the category alone. */
const first = {
  matched: ({ text }: NeedRow) =>
    bestOf({ text, category: categoryOf(text), place: placeIn(text) }, offers, asFitting, 3).map(
      ({ one }) => one.id,
    ),
  byCategory: ({ text }: NeedRow) =>
    offers
      .filter((one) => categoryOf(one.text) === categoryOf(text))
      .slice(0, 3)
      .map(({ id }) => id),
};

function shareRight(needs: readonly NeedRow[], chosen: (need: NeedRow) => readonly string[]) {
  const having = needs.filter(({ right }) => right.length > 0);
  const hit = having.filter((need) => chosen(need).some((id) => need.right.includes(id)));
  return (100 * hit.length) / having.length;
}

/** Each file with the share, in per cent, that it may not fall below. */
const FILES = [
  ['needs.json', 98],
  ['needs-unseen.json', 95],
] as const;

test.each(FILES)('%s: a right offer is among the first three for %i %%', (file, floor) => {
  const needs = rows<NeedRow>(file);
  const matched = shareRight(needs, first.matched);
  const byCategory = shareRight(needs, first.byCategory);
  const missed = needs.filter(
    (need) => need.right.length > 0 && !first.matched(need).some((id) => need.right.includes(id)),
  );
  const shown = missed.map((need) => `${need.text}: ${first.matched(need)} not ${need.right}`);
  expect(matched, shown.join('\n')).toBeGreaterThanOrEqual(floor);
  expect(matched - byCategory).toBeGreaterThanOrEqual(20);
});

test('where nothing fits, nothing is proposed', () => {
  const needs = rows<NeedRow>('needs.json').filter(({ right }) => right.length === 0);
  const proposed = needs.filter((need) => first.matched(need).length > 0);
  expect(proposed.map((need) => `${need.text}: ${first.matched(need)}`)).toEqual([]);
});
