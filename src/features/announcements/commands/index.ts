import { announce } from './announce.ts';
import { send } from './send.ts';
import { withdrawAnnouncement } from './withdraw.ts';

export const commands = [announce, send, withdrawAnnouncement];
