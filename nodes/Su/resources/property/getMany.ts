import type { Operation } from '../../../shared/provider';
import { entriesOf } from '../../answers';

/** GET pmsproperty (document, "Property Listing"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many properties',
	description: 'Get the properties of the account',
	properties: [],
	request: () => ({ method: 'GET', path: '/SUAPI/jservice/pmsproperty' }),
	items: (body) => entriesOf(body, 'properties'),
	list: {},
};
