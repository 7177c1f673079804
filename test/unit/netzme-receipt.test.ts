import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const create = operationOf(netzme, 'receipt', 'create');
const requestOf = (parameters: IDataObject) =>
	create.request({ requestId: 'r1', ...parameters }, { merchantId: 'M_own' });

describe('the request for a receipt', () => {
	it.each<[unknown, string, IDataObject]>([
		['{"order_number": "o1"}', '', { order_number: 'o1', merchant_id: 'M_own' }],
		[{ order_number: 'o1' }, 'M_1', { order_number: 'o1', merchant_id: 'M_1' }],
		[{ merchant_id: 'M_1' }, 'M_1', { merchant_id: 'M_1' }],
	])('with %j for %j', (receipt, merchantId, body) => {
		expect(requestOf({ receipt, merchantId } as IDataObject)).toEqual({
			method: 'POST',
			path: `/public/api/v1/createReceipt/${body.merchant_id as string}`,
			body: { requestId: 'r1', type: 'create_e-receipt', body },
			reference: 'Request ID r1',
		});
	});

	it.each<[IDataObject, string]>([
		[{ receipt: '' }, 'Receipt (JSON) is empty'],
		[{ receipt: '[]' }, 'Receipt (JSON) must be a JSON object'],
		[
			{ receipt: '{"merchant_id": "M_2"}' },
			'Receipt (JSON) has another merchant_id than Merchant ID',
		],
		[{ receipt: '{}', merchantId: '..' }, 'Merchant ID is not valid'],
	])('is refused with %j', (parameters, message) => {
		expect(refusalOf(() => requestOf(parameters)).message).toBe(message);
	});

	it('is a write', () => expect(create.isRead).toBeUndefined());
});
