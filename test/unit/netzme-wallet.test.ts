import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const WALLET = { clientId: 'aggregator-1', apiFamily: 'netzmeWallet' };
const wallet = (name: string) => operationOf(netzme, 'wallet', name);
const requestOf = (name: string, parameters: IDataObject, account: IDataObject = WALLET) =>
	wallet(name).request({ requestId: 'r1', ...parameters }, account);

describe('the request for', () => {
	it.each([
		['getAccountStatus', '/aggregator/cdd/status', 'userid'],
		['getBalance', '/payment/aggregator/balance', 'userId'],
		['getFixedVa', '/payment/aggregator/fixed_va', 'userId'],
	])('%s', (name, path, query) => {
		expect(requestOf(name, { userId: ' u1 ' })).toEqual({
			method: 'GET',
			path,
			query: { [query]: 'u1' },
		});
	});

	it.each<[string, string, string, IDataObject, IDataObject]>([
		[
			'getHistory',
			'history',
			'aggregator_transaction_history',
			{ pageSize: 20, sequenceId: '0' },
			{ limit: 20, seqId: 0 },
		],
		['getQrDetails', 'qr/scan', 'aggregator_scan_qr', { qrContent: '0002' }, { qrContent: '0002' }],
		['getTransaction', 'transaction', 'aggregator_transaction', { refId: 'x' }, { refId: 'x' }],
	])('%s, which changes nothing', (name, path, type, parameters, fields) => {
		expect(requestOf(name, { userId: 'u1', ...parameters })).toEqual({
			method: 'POST',
			path: `/payment/aggregator/${path}`,
			body: { requestId: 'r1', type, body: { userId: 'u1', ...fields } },
			reference: 'Request ID r1',
		});
		expect(wallet(name).isRead).toBe(true);
	});

	it.each<[string, IDataObject, string]>([
		['getBalance', { userId: '' }, 'User ID is empty'],
		[
			'getHistory',
			{ userId: 'u1', pageSize: 0, sequenceId: 0 },
			'Page Size must be a whole number of at least 1',
		],
		[
			'getHistory',
			{ userId: 'u1', pageSize: 1, sequenceId: -1 },
			'Sequence ID must be a whole number of at least 0',
		],
		['getQrDetails', { userId: 'u1', qrContent: '' }, 'QR Content is empty'],
		['getTransaction', { userId: 'u1', refId: '' }, 'Reference ID is empty'],
	])('%s is refused with %j', (name, parameters, message) => {
		expect(refusalOf(() => requestOf(name, parameters)).message).toBe(message);
	});
});

it('the items are the body, or its entries where it is a list', () => {
	const items = (body: unknown) =>
		wallet('getHistory').items?.(
			{ status: 100, body },
			{ parameters: {}, request: { method: 'POST', path: '/' } },
		);
	expect(items({ next: 1, list: [] })).toEqual([{ next: 1, list: [] }]);
	expect(items([{ seqId: 1 }, { seqId: 2 }])).toEqual([{ seqId: 1 }, { seqId: 2 }]);
	expect(() => items(null)).toThrow('The answer is not what this operation gets as a rule');
});

const OTHERS = netzme.resources.filter(({ value }) => value !== 'request' && value !== 'wallet');

describe('a credential of the other API', () => {
	it.each(['tokoNetzme', undefined])('with API Family %s has no wallet', (apiFamily) => {
		expect(
			refusalOf(() => requestOf('getBalance', { userId: 'u1' }, { ...WALLET, apiFamily })),
		).toEqual({
			message: 'API Family of the credential must be Netzme Wallet for this operation',
			description:
				'Choose a credential of that API in the node, or correct API Family in the credential. Nothing was sent.',
		});
	});

	it.each(OTHERS.flatMap(({ value, operations }) => operations.map((each) => [value, each.value])))(
		'of the wallet is none for %s: %s',
		(resource, name) => {
			expect(refusalOf(() => operationOf(netzme, resource, name).request({}, WALLET)).message).toBe(
				`API Family of the credential must be Toko Netzme${name.endsWith('Snap') ? ' SNAP BI' : ''} for this operation`,
			);
		},
	);
});
