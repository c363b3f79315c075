import type { Said } from '../../core/wording.ts';
import type { Chunk } from './clauses.ts';

/** How many people a message speaks of, said in one way or in several at once. */
export class Heads {
  private kin = 0;
  private count: number | undefined;
  private signs: number | undefined;
  private more: number | undefined;

  note({ senses }: Chunk): void {
    for (const { role, value } of senses) {
      if (role === 'kin') this.kin += Number(value ?? 1);
      else if (role === 'count' || role === 'number') this.count = value as number;
      else if (role === 'plus' || role === 'minus') this.signs = (this.signs ?? 0) + Number(value);
      else if (role === 'more') this.more = (this.more ?? 0) + Number(value);
      else continue;
      return;
    }
  }

  /** 一家三口，+3 are three: the same people are told twice. */
  said(): Pick<Said, 'kin' | 'count' | 'more'> {
    const { kin, count, signs, more } = this;
    const heads = Math.max(count ?? 0, signs ?? 0);
    return { kin, count: heads === 0 ? undefined : heads, more };
  }
}
