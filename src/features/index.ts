import type { Drafts, DueRule, Feature } from '../core/feature.ts';
import { alliance } from '../identity/alliance/index.ts';
import { codesFeature } from '../identity/codes/index.ts';
import { directory } from '../identity/directory/index.ts';
import { peopleFeature } from '../identity/people/index.ts';
import { activitiesFeature } from './activities/index.ts';
import { announcementsFeature } from './announcements/index.ts';
import { answers } from './answers/index.ts';
import { boardFeature } from './board/index.ts';
import { calendar, noticeRules } from './calendar/index.ts';
import { countsFeature } from './counts/index.ts';
import { help, type Topic } from './help/index.ts';
import { type HolidayYear, holidaysFeature, holidaysOf, officialYears } from './holidays/index.ts';
import { importFeature } from './import/index.ts';
import { lettersFeature } from './letters/index.ts';
import { offersFeature, useAgreement } from './offers/index.ts';
import { pollsFeature } from './polls/index.ts';
import { privacy } from './privacy/index.ts';
import { projectsFeature } from './projects/index.ts';
import { rehearsal } from './rehearsal/index.ts';
import { monthNumbers, reportsFeature } from './reports/index.ts';
import { requestsFeature } from './requests/index.ts';
import { rostersFeature } from './rosters/index.ts';
import { nextStep, setupFeature } from './setup/index.ts';
import { status } from './status/index.ts';
import { undo } from './undo/index.ts';

const official = officialYears();

/** What the bot can do, where the official holidays of some years were set by hand. */
export function featuresWith(ownYears: readonly HolidayYear[]): readonly Feature[] {
  const holidays = holidaysOf([...official, ...ownYears]);
  const notices = noticeRules(holidays);
  const reporting = [
    ...[activitiesFeature, requestsFeature, lettersFeature],
    ...[countsFeature, pollsFeature, projectsFeature],
  ];
  const reports = reportsFeature(reporting);
  const onTheWall = boardFeature(reporting, (context) => monthNumbers(reporting, context));
  const topics: readonly Topic[] = [
    {
      title: { zh: '报名签到', en: 'taking part' },
      of: [
        activitiesFeature, // sign-up, waiting lists, pasted chains, check-in, head-counts, records
      ],
    },
    {
      title: { zh: '报事认领', en: 'requests' },
      of: [
        requestsFeature, // what residents ask for, until it is done
        offersFeature, // what units and people can give, who wants it, what fits
        projectsFeature, // the claim table: gathered, chosen, taken on, what came of it
        lettersFeature, // what one person reads and nobody else
      ],
    },
    {
      title: { zh: '日程安排', en: 'calendar' },
      of: [
        calendar(holidays, nextStep), // fixed days and their notices, what is coming
        holidaysFeature(holidays), // official holidays, as far as they are known
        rehearsal(notices), // what the fixed days will send
      ],
    },
    {
      title: { zh: '投票公告', en: 'polls' },
      of: [
        pollsFeature, // questions, votes, what they become
        announcementsFeature(
          draftsOf([reports, activitiesFeature, rostersFeature, projectsFeature]),
        ), // a word to all groups, confirmed
        onTheWall, // a page for the wall of the hall
        countsFeature, // what liaisons count by hand
        reports, // what was done: the numbers of a month, and what they mean
      ],
    },
    {
      title: { zh: '单位和人', en: 'people' },
      of: [
        peopleFeature(nextStep, [useAgreement]), // who speaks, and what they may do
        rostersFeature, // lists of people that are pasted
        setupFeature, // how an alliance and its groups begin
        alliance, // the alliance, its units and groups
        importFeature, // what alliance files have put in place
        codesFeature, // one-time codes
        directory, // which alliance a group or an account belongs to
      ],
    },
  ];
  const doing = topics.flatMap(({ of }) => of);
  const rights = privacy(doing);
  const other: Topic = {
    title: { zh: '其他', en: 'more' },
    of: [
      answers, // what somebody has going on, whom to turn to
      rights, // what is kept about people, and who changed what
      undo([...doing, rights]), // one's own last change, within five minutes
      status(notices), // how the bot is doing, what was sent where
    ],
  };
  return [...doing, ...other.of, help([...topics, other])];
}

function draftsOf(features: readonly Feature[]): readonly Drafts[] {
  return features.flatMap(({ drafts }) => drafts ?? []);
}

/** What announces fixed days, for a rehearsal of what they will send. */
export function noticeRulesWith(ownYears: readonly HolidayYear[]): readonly DueRule[] {
  return noticeRules(holidaysOf([...official, ...ownYears]));
}

/** What the bot can do. */
export const features = featuresWith([]);
