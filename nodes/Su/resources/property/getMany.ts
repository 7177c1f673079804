import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/fields';
import type { Operation } from '../../../shared/provider';

/** GET pmsproperty. */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many properties',
	description: 'Get the properties of the account',
	properties: [],
	request: () => ({ method: 'GET', path: '/SUAPI/jservice/pmsproperty' }),
	items: (body) => (answerObject(body).properties ?? []) as IDataObject[],
};
