import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { dataItems } from '../answer';
import { SKU } from '../listing/fields';

/** GET /partner/lowest/{sku} ("Rate Limiting", which suggests to keep the answer for 5 minutes). */
export const getLowest: Operation = {
	value: 'getLowest',
	name: 'Get Lowest',
	action: 'Get the lowest price',
	description: 'Get the lowest price at which a product is offered',
	properties: [SKU],
	request: (parameters) => ({
		method: 'GET',
		path: `/partner/lowest/${requiredPathStep(parameters, 'sku', 'SKU')}`,
	}),
	items: dataItems,
};
