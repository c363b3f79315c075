import type { Records } from '../core/collection.ts';
import { masked } from '../core/masking.ts';
import { inLanguage, type Language, type Text } from '../core/text.ts';
import { alliances, groupAt } from '../identity/alliance/index.ts';
import type { Address } from '../ports/chat.ts';

/*
 * The one way from a text to what is sent. Whatever goes to a group passes here, so no feature can
 * forget that phone, ID and bank numbers are not for groups.
 */

/** What stands in a message. */
export interface Rendered {
  readonly text: string;
  readonly choices: string[];
}

/** A text as it is sent to a place: in its language, and in a group without private numbers. */
export function render(text: Text, to: Address, records: Records): string {
  return safe(inLanguage(text, languageAt(to, records)), to, records);
}

/** A text with the words to type next. */
export function renderView(
  { text, choices }: { readonly text: Text; readonly choices: readonly string[] },
  to: Address,
  records: Records,
): Rendered {
  return {
    text: render(text, to, records),
    choices: choices.map((choice) => safe(choice, to, records)),
  };
}

export function languageAt(address: Address, records: Records): Language {
  return groupAt(records, address)?.language ?? 'zh';
}

function safe(text: string, to: Address, records: Records): string {
  const dutyPhone = records.get(alliances, 'alliance')?.dutyPhone;
  return to.kind === 'group' ? masked(text, dutyPhone === undefined ? [] : [dutyPhone]) : text;
}
