import type { Records } from '../../../core/collection.ts';
import { lines, series, type Text } from '../../../core/text.ts';
import { type Activity, type Post, signups } from '../records/index.ts';
import { namesOf } from '../rules/names.ts';
import { seatsLeftFor, seatsTaken } from '../rules/seats.ts';
import { signupTexts } from '../texts/sign-up.ts';
import { taskTexts } from '../texts/tasks.ts';
import { cutList, withParty } from './names.ts';

/** Names of each task before `等 n 人`. */
const POST_NAMES = 8;

/** Each task with its seats and who has them: `登记 1/2：张伟；引导 0/3`. */
export function postsText(activity: Activity, posts: readonly Post[], records: Records): Text {
  return series(
    posts.map((post) => {
      const key = `${activity.id} in ${post.name}`;
      const first = records.slice(signups, 'byPost', key, 0, POST_NAMES);
      const names = namesOf(
        records,
        first.map(({ person }) => person),
      ).map((name, at) => withParty(name, first[at]?.party ?? 1, false));
      const shown =
        names.length > 0 ? cutList(names, records.count(signups, 'byPost', key)) : undefined;
      return taskTexts.post(post.name, seatsTaken(activity, post, records), post.seats, shown);
    }),
    { zh: '；', en: '; ' },
  );
}

/** How it is held, where, what to bring, whom to ask, what to read: what every notice shows. */
export function placeLine({ form, place, bring, contact, material }: Activity): Text | undefined {
  const parts = [
    form === undefined ? undefined : taskTexts.form(form),
    place === undefined ? undefined : signupTexts.place(place),
    bring === undefined ? undefined : taskTexts.bring(bring),
    contact === undefined ? undefined : taskTexts.contact(contact),
  ].filter((part) => part !== undefined);
  if (parts.length + Number(material !== undefined) === 0) return undefined;
  return lines(
    parts.length > 0 && series(parts, { zh: ' · ', en: ' · ' }),
    material !== undefined && taskTexts.material(material),
  );
}

/** The first of its tasks that has a seat left. */
export function freePost(activity: Activity, records: Records): string | undefined {
  const { posts = [] } = activity;
  return (posts.find(({ name }) => seatsLeftFor(activity, name, records) > 0) ?? posts[0])?.name;
}
