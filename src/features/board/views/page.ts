import { maskedWish } from '../../../core/masked-names.ts';
import { masked } from '../../../core/masking.ts';
import type { BoardRow } from '../../../core/reporting.ts';
import { HOUR } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { published } from '../../../identity/people/index.ts';
import { texts } from '../texts.ts';
import { STYLE } from './style.ts';

/** A number on the board, with what it means. */
interface BoardNumber {
  readonly title: string;
  readonly amount: string;
  readonly meaning: string;
}

/** What hangs on the board. */
export interface BoardContent {
  readonly rows: readonly BoardRow[];
  readonly month: string;
  readonly numbers: readonly BoardNumber[];
}

/** So many rows of a box can be read from three metres on one screen. */
const ROWS = 4;

const BOXES = ['next', 'open', 'finished'] as const;

/**
 * The page of the board: everything in one file, without a script, a picture or an address of
 * anything else. All that it says is masked, and names stand there with their owners' consent.
 */
export function boardPage(content: BoardContent, context: ViewContext): string {
  const { records, now, zone } = context;
  const { dutyPhone, name } = allianceOf(records);
  const shown = dutyPhone === undefined ? [] : [dutyPhone];
  const write = (text: string) => escaped(masked(published(text, records), shown));
  const { page } = texts;
  const boxes = BOXES.map((box) => boxOf(box, content.rows, write)).join('');
  // The hour alone changes without anything else: a page that is newly made says so.
  const made = page.made(sayWhen({ start: now - (now % HOUR) }, { now, zone }).zh);
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">` +
    `<title>${write(page.title(name))}</title>` +
    `<style>${STYLE}</style></head><body><header><h1>${write(name)}</h1>` +
    `<p>${write(made)}</p></header><main>${boxes}${numbersOf(content, write)}</main>` +
    `<footer><p>${write(page.privacy)}</p></footer></body></html>`
  );
}

type Write = (text: string) => string;

function boxOf(box: (typeof BOXES)[number], rows: readonly BoardRow[], write: Write): string {
  const { page } = texts;
  const own = rows.filter((row) => row.box === box).slice(0, ROWS);
  const items = own.map((row) => {
    const beside = row.beside === undefined ? '' : `<p>${write(row.beside.zh)}</p>`;
    const words = row.words === undefined ? '' : `<p class="say">${write(page.say(row.words))}</p>`;
    // Where one comes to has its room; where somebody lives has none on a wall.
    const text = box === 'next' ? row.text.zh : maskedWish(row.text.zh, []);
    return `<li><strong>${write(text)}</strong>${beside}${words}</li>`;
  });
  const list =
    items.length === 0
      ? `<p class="none">${write(page.nothing[box])}</p>`
      : `<ul>${items.join('')}</ul>`;
  return `<section class="${box}"><h2>${write(page.boxes[box])}</h2>${list}</section>`;
}

function numbersOf({ month, numbers }: BoardContent, write: Write): string {
  const items = numbers.map(
    ({ title, amount, meaning }) =>
      `<div><dt>${write(title)}</dt><dd><b>${write(amount)}</b>` +
      `<span>${write(meaning)}</span></dd></div>`,
  );
  return (
    `<section class="numbers"><h2>${write(texts.page.numbers(month))}</h2>` +
    `<dl>${items.join('')}</dl></section>`
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
