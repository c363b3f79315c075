import type { Records } from '../../../core/collection.ts';
import { masked } from '../../../core/masking.ts';
import { inLanguage, type Language, type Text } from '../../../core/text.ts';
import type { Address } from '../../../ports/chat.ts';
import { alliances } from '../records.ts';
import { groupAt } from './reads.ts';

/*
 * The one way from a text to what is sent. Whatever goes to a group passes here, so no feature can
 * forget that phone, ID and bank numbers are not for groups.
 */

/** A text as it is sent to a place: in its language, and in a group without private numbers. */
export function render(text: Text, to: Address, records: Records): string {
  return withoutNumbers(inLanguage(text, languageAt(to, records)), to, records);
}

export function renderChoices(choices: readonly string[], to: Address, records: Records): string[] {
  return choices.map((choice) => withoutNumbers(choice, to, records));
}

export function languageAt(address: Address, records: Records): Language {
  return groupAt(records, address)?.language ?? 'zh';
}

function withoutNumbers(text: string, to: Address, records: Records): string {
  const dutyPhone = records.get(alliances, 'alliance')?.dutyPhone;
  return to.kind === 'group' ? masked(text, dutyPhone === undefined ? [] : [dutyPhone]) : text;
}
