import { Refusal } from './world.ts';

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

interface Poll {
  readonly answer: () => void;
  readonly refuse: (refusal: Refusal) => void;
}

const TAKEN_OVER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const HAS_WEBHOOK =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** Updates wait until an offset above them is asked for; a newer poll ends an older one. */
export class UpdateQueue {
  readonly waiting: Update[] = [];
  webhook = '';
  /** Ids begin anywhere and may begin anew. */
  nextId = 700_001;
  private allowed: readonly string[] = [];
  private poll: Poll | undefined;

  add(kind: string, content: unknown): Update {
    const update = { update_id: this.nextId++, [kind]: content };
    this.waiting.push(update);
    this.poll?.answer();
    return update;
  }

  /** Whether somebody waits for updates now. */
  get isAsked(): boolean {
    return this.poll !== undefined;
  }

  /** Waits up to `timeout` s when there is nothing. */
  async take(params: {
    offset?: number;
    limit?: number;
    timeout?: number;
    allowed_updates?: string[];
  }) {
    if (this.webhook !== '') throw new Refusal(409, HAS_WEBHOOK);
    this.poll?.refuse(new Refusal(409, TAKEN_OVER));
    const { offset = 0, limit = 100, timeout = 0, allowed_updates: allowed } = params;
    if (allowed !== undefined) this.allowed = allowed;
    while ((this.waiting[0]?.update_id ?? offset) < offset) this.waiting.shift();
    if (this.fit().length === 0 && timeout > 0) await this.wait(timeout);
    return this.fit().slice(0, limit);
  }

  end(): void {
    this.poll?.answer();
  }

  private fit(): readonly Update[] {
    if (this.allowed.length === 0) return this.waiting;
    return this.waiting.filter((update) =>
      this.allowed.some((kind) => Object.hasOwn(update, kind)),
    );
  }

  private wait(timeout: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (then: () => void) => () => {
        clearTimeout(timer);
        if (this.poll === poll) this.poll = undefined;
        then();
      };
      const timer = setTimeout(() => poll.answer(), timeout * 1_000);
      const poll: Poll = {
        answer: done(resolve),
        refuse: (refusal) => done(() => reject(refusal))(),
      };
      this.poll = poll;
    });
  }
}
