import type { Act } from '../../../core/acts.ts';
import type { Records } from '../../../core/collection.ts';
import type { AnyCommand } from '../../../core/command.ts';
import { nameList, plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { groups, unitOf } from '../../../identity/alliance/index.ts';
import { nameOf, namesOf, triedAs } from '../../../identity/people/index.ts';
import { activities } from '../../activities/index.ts';
import { rules } from '../../calendar/index.ts';
import { requestNumber } from '../../requests/index.ts';
import { kindName, logTexts, tokenText } from '../texts/log.ts';

/** So many people of one act are named. */
const NAMED = 3;

/** One entry of the log in a line: when, who, what, for whom, from where. */
export function actText(
  act: Act,
  commands: ReadonlyMap<string, AnyCommand>,
  context: ViewContext,
): Text {
  const { records } = context;
  const { whom = [], from, to } = act;
  const names = nameList(namesOf(records, whom.slice(0, NAMED)).map(plain), NAMED, whom.length);
  const unit = (id: string) => unitOf(records, id)?.name ?? '';
  const token = (text: string | undefined) =>
    text === undefined ? plain('') : tokenText(text, unit);
  const change = from === undefined ? token(to) : logTexts.change(token(from), token(to));
  const parts = [kindName[act.kind], aboutText(act, commands, records), names, change];
  const what = series(
    parts.filter(({ zh }) => zh !== ''),
    plain(' '),
  );
  const when = sayWhen({ start: act.at }, context);
  return logTexts.line(when, actorText(act, records), what, placeText(act, records));
}

function actorText({ by, account, source }: Act, records: Records): Text {
  if (by !== undefined) return plain(nameOf(records, by));
  if (account !== undefined) {
    const name = triedAs(records, account);
    return name === undefined ? logTexts.somebody : plain(name);
  }
  if (source === 'clock') return logTexts.bot;
  return source === 'machine' ? logTexts.operator : logTexts.somebody;
}

function placeText(act: Act, records: Records): Text {
  if (act.group === undefined) return logTexts.where(act);
  const group = records.get(groups, act.group);
  return group === undefined ? logTexts.goneGroup : logTexts.inGroup(group.title);
}

/** What was changed, by the name that it has now. */
function aboutText(
  { kind, about }: Act,
  commands: ReadonlyMap<string, AnyCommand>,
  records: Records,
): Text {
  if (about === undefined) return plain('');
  if (kind === 'rule') return plain(records.get(rules, about)?.title ?? '');
  if (kind === 'attendance') {
    const activity = records.get(activities, about);
    return plain(activity === undefined ? '' : `E${activity.number}`);
  }
  if (kind === 'proxy') return plain(requestNumber(records, about));
  if (kind === 'refused') {
    const command = commands.get(about);
    return { zh: `/${command?.zhName ?? about}`, en: `/${about}` };
  }
  return series(about.split(',').map((one) => tokenText(one, () => '')));
}
