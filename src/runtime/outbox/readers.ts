import type { Delivery } from '../../core/records.ts';
import { inLanguage } from '../../core/text.ts';
import { allianceTexts, groupsOf } from '../../identity/alliance/index.ts';
import { languageAt } from '../../identity/people/index.ts';
import type { Partition } from '../partition.ts';
import { texts } from '../texts.ts';
import { cardText, type OutboxContext } from './context.ts';

/**
 * A card as somebody is shown it in private, and below it what the groups read: what was said to
 * the bot alone is not told elsewhere without their knowing.
 */
export function withReaders(
  context: OutboxContext,
  partition: Partition,
  { card = '', readBy, to }: Delivery,
  shown: string,
): string {
  if (readBy === undefined) return shown;
  const { records } = partition;
  const readers = groupsOf(records).filter(({ id }) => readBy.groups.includes(id));
  const [first] = readers;
  if (first === undefined) return shown;
  const edits = context.chats.of(first.address)?.traits.edits === true;
  const news =
    edits || readBy.changes.length === 0
      ? undefined
      : cardText(context, partition, card, readBy.changes, first.address)?.text.split('\n')[0];
  const isNew = news !== undefined && !shown.startsWith(news);
  const byTitle = new Map(readers.map((one) => [one.title, one]));
  const titles = allianceTexts.titles([...byTitle.values()]);
  const line = isNew ? texts.groupsRead(titles, news) : texts.groupsTold(titles);
  return `${shown}\n${inLanguage(line, languageAt(to, records))}`;
}
