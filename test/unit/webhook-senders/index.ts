import { BODY_SENDERS } from './body';
import { FIELD_SENDERS } from './fields';
import { KEY_SENDERS } from './keys';
import type { Sender } from './sender';
import { TIMED_SENDERS } from './timed';

export const SENDERS: Sender[] = [
	...BODY_SENDERS,
	...TIMED_SENDERS,
	...FIELD_SENDERS,
	...KEY_SENDERS,
];
