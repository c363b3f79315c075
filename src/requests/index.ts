import { alarm, capability } from '../core/capability.ts';
import { remember } from '../core/outcome.ts';
import { morning } from './commands/morning.ts';
import { step } from './commands/step.ts';
import { commands } from './commands.ts';
import { digests, requestCategories, requestEntries, requests } from './records.ts';
import { joinedPersons } from './rules/persons.ts';
import { nextStep } from './rules/timetable.ts';
import { changesText, nextWords, requestText } from './views.ts';

export const requestsCapability = capability({
  name: 'requests',
  collections: [requests, requestEntries, requestCategories, digests],
  commands,
  alarms: [
    alarm({ name: 'nobody moves a request', of: requests, at: (request) => nextStep(request)?.at, run: step }),
    alarm({ name: 'the morning digest', of: digests, at: ({ next }) => next, run: morning }),
  ],
  merge: (from, to, { records }) => remember(...joinedPersons(from, to, records)),
  cards: [
    {
      name: 'request',
      view: (id, changes, scene) => {
        const request = scene.records.get(requests, id);
        if (request === undefined) return undefined;
        const text = changes.length > 0 ? changesText(request, changes, scene) : requestText(request, scene);
        return { text, choices: nextWords(request, scene.records)?.choices ?? [] };
      },
    },
  ],
});
