import type { Records } from '../../../core/collection.ts';
import { masked } from '../../../core/masking.ts';
import { inLanguage, type Language, type Text } from '../../../core/text.ts';
import type { Address } from '../../../ports/chat.ts';
import { alliances, groupAt, groupsOf } from '../../alliance/index.ts';
import { nameAround } from './called.ts';

/*
 * The one way from a text to what is sent. Whatever goes to a group passes here, so no feature can
 * forget that phone, ID and bank numbers are not for groups.
 */

/** What stands in a message. */
export interface Rendered {
  readonly text: string;
  readonly choices: string[];
}

/**
 * A text and the words to type next, as they are sent to a place: in its language, and in a group
 * without private numbers and mentions that ping.
 */
export function renderView(
  { text, choices }: { readonly text: Text; readonly choices: readonly string[] },
  to: Address,
  records: Records,
): Rendered {
  const said = inLanguage(text, languageAt(to, records), (typed, at) =>
    nameAround(typed, at, records),
  );
  if (to.kind === 'private') return { text: said, choices: [...choices] };
  const dutyPhone = records.get(alliances, 'alliance')?.dutyPhone;
  const shown = dutyPhone === undefined ? [] : [dutyPhone];
  return {
    text: withoutPings(masked(said, shown)),
    choices: choices.map((choice) => masked(choice, shown)),
  };
}

/** A name that people typed behind an @ pings nobody when the bot says it again. */
function withoutPings(text: string): string {
  return text.replace(/(?<![\w@])@(?=\w{5})/g, '＠');
}

export function render(text: Text, to: Address, records: Records): string {
  return renderView({ text, choices: [] }, to, records).text;
}

/** A group's own language; in private that of all groups, where they have one in common. */
export function languageAt(address: Address, records: Records): Language {
  const here = groupAt(records, address)?.language;
  if (here !== undefined || address.kind === 'group') return here ?? 'zh';
  const [first, ...others] = groupsOf(records).map(({ language }) => language ?? 'zh');
  return others.every((one) => one === first) ? (first ?? 'zh') : 'zh';
}
