import type { IDataObject } from 'n8n-workflow';
import { judge, type Terms } from '../../nodes/Pledg/trigger/judge';
import type { NotificationItem } from '../../nodes/shared/trigger/notification';
import { tokenNotification } from '../simulator/pledgNotifications';

export const SECRET = 'merchant secret key';
export const TERMS: Terms = {
	secret: SECRET,
	allowUnsigned: false,
	events: ['back', 'error', 'other', 'transfer'],
	showCardFields: false,
	nowInMs: 1_700_000_000_000,
};
export const UNSIGNED = { ...TERMS, allowUnsigned: true };

export const bodyOf = ({ body }: { body: string }) => JSON.parse(body) as IDataObject;
export const verdictOf = (sending: { body: string }, terms = TERMS) =>
	judge(bodyOf(sending), terms);
export const token = (payload: object) => ({
	body: JSON.stringify(tokenNotification(payload, SECRET)),
});

export function itemOf(sending: { body: string }, terms = TERMS): NotificationItem {
	const verdict = verdictOf(sending, terms);
	if ('refuse' in verdict) throw new Error(verdict.reason);
	const [item, ...others] = verdict.items;
	expect(others).toEqual([]);
	return item;
}
export const idOf = (sending: { body: string }, terms = TERMS) => itemOf(sending, terms).id;
export const refusal = (status: number) => ({
	refuse: status,
	reason: expect.any(String) as string,
});
