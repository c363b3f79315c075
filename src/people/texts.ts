import { joining } from './texts/joining.ts';
import { setting } from './texts/setting.ts';

export const texts = { ...setting, ...joining };
