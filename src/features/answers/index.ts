import { feature } from '../../core/feature.ts';
import { contacts } from './commands/contacts.ts';
import { me } from './commands/me.ts';

/** What people ask of the bot that no other feature answers: what is theirs, whom to turn to. */
export const answers = feature({ name: 'answers', commands: [me, contacts] });
