import type { Text } from './text.ts';

/** Where and how a card that has changed is shown. */
export interface CardDisplay {
  /** Ids of groups in which it is shown too, besides where it was changed. */
  readonly at?: readonly string[];
  /** It is sent again where it could be edited, because somebody has to notice it. */
  readonly resend?: boolean;
  /** Whoever changed it has been told in words: it is not shown to them too. */
  readonly acknowledged?: boolean;
  /** One person said it once, and hears of it at once: it is not collected with other changes. */
  readonly direct?: true;
  /** What whoever pressed a button is told of it, alone; what is new on the card where left out. */
  readonly done?: Text;
}
