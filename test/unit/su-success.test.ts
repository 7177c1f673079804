import type { IDataObject } from 'n8n-workflow';
import { succeeded } from '../../nodes/Su/answers';
import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

describe('the word for success', () => {
	it.each([
		['Success', [], true],
		[' success ', [], true],
		['enqueued', [], false],
		['Enqueued', ['enqueued'], true],
		['Success', ['enqueued'], true],
		['Queued', ['enqueued'], false],
		['', ['enqueued'], false],
	])('%j, beside Success %j: %s', (Status, others, isSuccess) => {
		const read = () => succeeded({ Status }, ...others);
		if (isSuccess) expect(read()).toEqual({ Status });
		else expect(refusalOf(read).message).toBe('The answer does not report success');
	});
});

describe('the items of an answer under HTTP 200', () => {
	const itemsOf = (resource: string, name: string, body: unknown, more: IDataObject = {}) =>
		operationOf(su, resource, name).items?.(body, {
			parameters: { hotelId: 'H1', options: {}, ...more },
			request: { method: 'POST', path: '/' },
		});

	it.each([
		['availability', 'push'],
		['reservation', 'acknowledge'],
		['property', 'delete'],
		['property', 'createOrUpdate'],
		['property', 'activate'],
		['property', 'deactivate'],
		['room', 'createOrUpdate'],
		['ratePlan', 'createOrUpdate'],
		['inventoryControl', 'push'],
		['message', 'send'],
		['message', 'sendAttachment'],
		['review', 'reply'],
		['report', 'noShow'],
		['report', 'invalidCard'],
	])('%s: %s are none where the answer does not say that it was done', (resource, name) => {
		const parameters = { reservationNotifIds: '1', reservationNotifId: '1' };
		const refusal = (body: unknown) => refusalOf(() => itemsOf(resource, name, body, parameters));
		for (const body of [{}, { Status: 'Queued' }, { Status: null }, { success: true }]) {
			expect(refusal(body).message).toBe('The answer does not report success');
		}
		expect(refusal({ message: 'Forbidden' }).description).toContain('says: Forbidden.');
		for (const body of ['', '<html></html>', [], null]) {
			expect(refusal(body).message).toBe('The answer is not what this operation gets as a rule');
		}
	});

	it.each([
		['property', 'getMany'],
		['room', 'getMany'],
		['ratePlan', 'getMany'],
		['booking', 'getMany'],
		['mapping', 'getMany'],
		['otaRatePlan', 'getMany'],
		['reservation', 'pull'],
		['reservation', 'refetch'],
		['message', 'getMany'],
		['review', 'getMany'],
	])('%s: %s are no empty list where the answer is of another kind', (resource, name) => {
		for (const body of [{ message: 'Forbidden' }, { status: 403, error: 'x' }, { Message: 'x' }]) {
			const { message, description } = refusalOf(() => itemsOf(resource, name, body));
			expect(message).toBe('The answer is not what this operation gets as a rule');
			expect(description.includes('Forbidden')).toBe(body.message === 'Forbidden');
		}
	});
});
