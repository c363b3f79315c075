import { feature } from '../../core/feature.ts';
import { commands } from './commands/index.ts';

export { nextStep } from './views.ts';

/**
 * How an alliance begins: its first convenor, its groups, and which alliance a private chat is
 * about.
 */
export const setupFeature = feature({ name: 'setup', commands });
