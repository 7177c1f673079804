import { reply } from './call';
import type { Answer } from './types';

// The documents show four shapes of a failure; each of them occurs below.
// Own choice: which endpoint uses which shape, where its page shows none.
export const failureOne = (Code: string, ShortText: string) => ({
	Status: 'Fail',
	Errors: { Code, ShortText },
});
export const one = (code: string, text: string): Answer =>
	reply(200, failureOne(code, text), 'invalid');
export const many = (Code: string, ShortText: string): Answer =>
	reply(200, { Status: 'Fail', Errors: [{ Code, ShortText }], Ruid: '' }, 'invalid');
export const bare = (Message: string): Answer =>
	reply(200, { Status: 'Fail', Errors: [], Message, Ruid: 'ruid_1' }, 'invalid');
export const singular = (Code: string, ShortText: string): Answer =>
	reply(200, { Status: 'Fail', Error: { Code, ShortText } }, 'invalid');
export const DONE = reply(200, { Status: 'Success' });
