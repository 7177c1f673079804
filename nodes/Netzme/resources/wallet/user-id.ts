import type { INodeProperties } from 'n8n-workflow';
import { requiredId } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';

/** Whose wallet it is. */
export const USER_ID: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. user-4711',
	description: 'The user of the wallet, by the ID that Netzme gave',
};

/** @throws UserError where it is empty */
export function userIdOf(parameters: Parameters): string {
	return requiredId(parameters, 'userId', 'User ID');
}
