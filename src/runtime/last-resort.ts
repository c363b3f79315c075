import type { Records } from '../core/collection.ts';
import type { Speaker } from '../core/command.ts';
import { mayActAs } from '../core/roles.ts';
import type { Text } from '../core/text.ts';
import { alliances } from '../identity/alliance/index.ts';
import { helperFor } from '../identity/people/index.ts';
import { notUnderstood } from '../understanding/hints.ts';

/** Nothing is known of what somebody said to the bot: a person who knows, and how to reach them. */
export function lastResort(speaker: Speaker, records: Records): Text {
  const helper = helperFor(speaker, records);
  const phone = records.get(alliances, 'alliance')?.dutyPhone;
  if (helper === undefined && phone === undefined) return notUnderstood.text;
  const who: Text =
    helper === undefined
      ? { zh: '社区', en: 'the community' }
      : mayActAs(helper.role, 'convenor')
        ? { zh: `召集人${helper.name}`, en: `the convenor ${helper.name}` }
        : { zh: `联络员${helper.name}`, en: `the liaison ${helper.name}` };
  const reach: Text =
    phone === undefined
      ? { zh: `请在群里找${who.zh}`, en: `ask ${who.en} in the group` }
      : { zh: `请找${who.zh}，或打 ${phone}`, en: `ask ${who.en}, or call ${phone}` };
  return {
    zh: `这个我还不会。要帮忙${reach.zh}；我会做的请看「/帮助」`,
    en: `That is beyond me. For help ${reach.en}; to see what I can do send /help`,
  };
}
