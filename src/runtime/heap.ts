/** Things by a number, the least first; of equal ones the one that was pushed first. */
export class Heap<T> {
  private readonly items: { readonly at: number; readonly order: number; readonly value: T }[] = [];
  private pushed = 0;

  get top(): T | undefined {
    return this.items[0]?.value;
  }

  push(at: number, value: T): void {
    const { items } = this;
    const item = { at, order: this.pushed++, value };
    let place = items.push(item) - 1;
    for (;;) {
      const above = (place - 1) >> 1;
      const upper = items[above];
      if (upper === undefined || !isBefore(item, upper)) break;
      items[place] = upper;
      place = above;
    }
    items[place] = item;
  }

  /** Takes away the top: the last one goes there, and down to where it belongs. */
  pop(): void {
    const { items } = this;
    const item = items.pop();
    if (item === undefined || items.length === 0) return;
    let place = 0;
    for (;;) {
      const left = items[2 * place + 1];
      const right = items[2 * place + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const lower = isRight ? right : left;
      if (lower === undefined || !isBefore(lower, item)) break;
      items[place] = lower;
      place = 2 * place + (isRight ? 2 : 1);
    }
    items[place] = item;
  }
}

interface Item {
  readonly at: number;
  readonly order: number;
}

function isBefore(one: Item, other: Item): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
