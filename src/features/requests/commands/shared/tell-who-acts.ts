import type { Records } from '../../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../../core/command.ts';
import { shortened } from '../../../../core/names.ts';
import { type Outcome, tell, together } from '../../../../core/outcome.ts';
import { unitOf, unitsFor } from '../../../../identity/alliance/index.ts';
import { convenorsOf, liaisonsOf } from '../../../../identity/people/index.ts';
import type { Request } from '../../records/index.ts';
import { aboutRequest } from '../../rules/taken-back.ts';
import { asking } from '../../texts/asking.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { notices } from '../../texts/notices.ts';
import { shown } from '../../views/words.ts';
import { tellConvenors } from './cry-for-help.ts';

/** Those who have to hear of a new request themselves: `name` is who asked. */
export function tellWhoActs(request: Request, name: string, context: CommandContext): Outcome {
  const { urgent, number, text: said } = request;
  const told = tellFirstHand(request, context.person.id, context);
  if (urgent === undefined) return told;
  const cried = emergencyTexts.asked(number, shortened(said, 120), name);
  return together(told, tellConvenors(cried, context));
}

/** Liaisons who hear of it in private, `but` for whoever says it. */
export function tellFirstHand(
  request: Request,
  but: string,
  { records }: Pick<DecisionContext, 'records'>,
): Outcome {
  return request.kept ? tellCommunity(request, but, records) : tellFirst(request, but, records);
}

/** The liaisons of the units in whose area it is hear of it themselves. */
function tellFirst(request: Request, but: string, records: Records): Outcome {
  const { number, text: said, kind } = request;
  const first = kind === 'need' ? unitsFor(said, records).map(({ id }) => id) : [];
  const what = notices.inYourArea(number, shown(said, request, records));
  const told = liaisonsOf(records).filter(
    ({ id, unit }) => unit !== undefined && first.includes(unit) && id !== but,
  );
  const about = aboutRequest(request);
  return together(...told.map(({ id }) => tell(id, what, { about })));
}

/** The community's liaisons, else all convenors, hear of what no group is told. */
function tellCommunity(
  { id: request, number, text: said, kind }: Request,
  but: string,
  records: Records,
): Outcome {
  const liaisons = liaisonsOf(records).filter(
    ({ unit }) => unitOf(records, unit)?.kind === 'community',
  );
  const told = liaisons.length > 0 ? liaisons : convenorsOf(records);
  const what = asking.keptFor(number, said, kind);
  const about = aboutRequest({ id: request });
  return together(
    ...told.filter(({ id }) => id !== but).map(({ id }) => tell(id, what, { about })),
  );
}
