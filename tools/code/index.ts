import { order } from '../orders/order.ts';

/** Makes a new setup code, for one alliance when its id or name is given: `npm run code -- [ALLIANCE]`. */
await order(() => {
  const [alliance] = process.argv.slice(2);
  return alliance === undefined ? { do: 'code' } : { do: 'code', alliance };
});
