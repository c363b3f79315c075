import { put } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { changed, refuse, remember, say, together } from '../../../core/outcome.ts';
import { allianceTexts, groupsOf } from '../../../identity/alliance/index.ts';
import { announcements } from '../records.ts';
import { confirmedOf, previewOf } from '../rules.ts';
import { texts } from '../texts.ts';
import { withdraw } from './shared/preview.ts';

export const withdrawAnnouncement = command({
  name: 'unannounce',
  zhName: '撤回公告',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '公告发出前撤回', en: 'take a notice back before it goes out' },
  examples: ['撤回公告', '/撤回公告'],
  args: {},
  shortForms: ['撤回公告'],
  run: (_, context) => {
    const { records, person, now } = context;
    const found = confirmedOf(records, person.id) ?? previewOf(records, person.id, now);
    if (found === undefined) return refuse(texts.nothingToWithdraw);
    return together(withdraw(found), changed(found.id));
  },
  // The author confirms again, so that nothing goes out that nobody wants any more.
  undo: ({ name: id }, { records, now }) => {
    const found = records.get(announcements, id);
    if (found === undefined) throw new Error('an announcement does not go away');
    const groups = groupsOf(records).filter((group) => found.groups.includes(group.id));
    return together(
      remember(put(announcements, { ...found, state: 'preview', at: now })),
      say(texts.preview(allianceTexts.titles(groups), texts.announcement(found.text)), '发'),
    );
  },
});
