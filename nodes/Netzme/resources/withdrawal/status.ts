import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';

/**
 * What asks for the state of a withdrawal: from the balance of a merchant or from its deposit.
 *
 * @param path of the endpoint; the request ID of the submission follows as its last step
 */
export function statusAt(path: string): Pick<Operation, 'properties' | 'request' | 'items'> {
	return {
		properties: [
			{
				displayName: 'Request ID',
				name: 'requestId',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. aggregator202103091003110001',
				description: 'The one with which the withdrawal was submitted',
			},
		],
		request: (parameters) => {
			const id = requiredPathStep(parameters, 'requestId', 'Request ID');
			return { method: 'GET', path: `${path}/${id}` };
		},
		items: (answer) => [bodyOf(answer)],
	};
}
