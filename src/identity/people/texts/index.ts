import { joining } from './joining.ts';
import { setting } from './setting.ts';

export const texts = { ...setting, ...joining };
