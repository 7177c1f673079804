import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requiredInteger } from '../../../shared/fields/number';
import { requiredId } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { enveloped, MAKES_REQUEST_ID, REQUEST_ID } from '../../request-id';
import { entriesOf } from './entries';
import { USER_ID, userIdOf } from './user-id';

/** What is asked for by POST and changes nothing, so that it may be repeated. */
function query(
	path: string,
	type: string,
	properties: INodeProperties[],
	fieldsOf: (parameters: Parameters) => IDataObject,
): Pick<Operation, 'properties' | 'isRead' | 'makes' | 'request' | 'items'> {
	return {
		properties: [USER_ID, ...properties, REQUEST_ID],
		isRead: true,
		makes: MAKES_REQUEST_ID,
		request: (parameters) => {
			const body = { userId: userIdOf(parameters), ...fieldsOf(parameters) };
			return { method: 'POST', path, ...enveloped(type, body, parameters) };
		},
		items: entriesOf,
	};
}

const PAGE_SIZE: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 20,
	description: 'How many transactions to get at most',
};

const SEQUENCE_ID: INodeProperties = {
	displayName: 'Sequence ID',
	name: 'sequenceId',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Where to begin: 0 for the first page. For the next one most likely the seqId of the last transaction; Netzme does not document it.',
};

/** POST /payment/aggregator/history ("Get History"). */
export const getHistory: Operation = {
	value: 'getHistory',
	name: 'Get History',
	action: 'Get the history of a wallet',
	description: 'Get the transactions of a user of the wallet, one page',
	...query(
		'/payment/aggregator/history',
		'aggregator_transaction_history',
		[PAGE_SIZE, SEQUENCE_ID],
		(parameters) => ({
			limit: requiredInteger(parameters, 'pageSize', 'Page Size', 1),
			seqId: requiredInteger(parameters, 'sequenceId', 'Sequence ID', 0),
		}),
	),
};

/** POST /payment/aggregator/qr/scan ("Get Detail Qris"). It pays nothing. */
export const getQrDetails: Operation = {
	value: 'getQrDetails',
	name: 'Get QR Details',
	action: 'Get the details of a QR code',
	description: 'Get whom a QRIS code pays and how much, before a user pays it; pays nothing',
	...query(
		'/payment/aggregator/qr/scan',
		'aggregator_scan_qr',
		[
			{
				displayName: 'QR Content',
				name: 'qrContent',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. 00020101021226',
				description: 'What the QR code holds, as text',
			},
		],
		(parameters) => ({ qrContent: requiredId(parameters, 'qrContent', 'QR Content') }),
	),
};

/** POST /payment/aggregator/transaction ("Get Detail Transaction"). */
export const getTransaction: Operation = {
	value: 'getTransaction',
	name: 'Get Transaction',
	action: 'Get a transaction of a wallet',
	description: 'Get a transaction of a user of the wallet by its reference ID',
	...query(
		'/payment/aggregator/transaction',
		'aggregator_transaction',
		[
			{
				displayName: 'Reference ID',
				name: 'refId',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. ref-4711',
				description: 'The refId of the transaction, from the history for instance',
			},
		],
		(parameters) => ({ refId: requiredId(parameters, 'refId', 'Reference ID') }),
	),
};
