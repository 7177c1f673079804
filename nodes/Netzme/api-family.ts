import { UserError, type IDataObject } from 'n8n-workflow';
import type { Operation, Resource } from '../shared/provider';

const NAMES = { tokoNetzme: 'Toko Netzme', netzmeWallet: 'Netzme Wallet' };

/** Resources whose operations are those of one of Netzme's two APIs; see {@link onlyFor}. */
export function resourcesOf(
	family: keyof typeof NAMES,
	resources: Array<Omit<Resource, 'operations'> & { operations: Operation[] }>,
): Resource[] {
	return resources.map(({ operations, ...resource }) => ({
		...resource,
		operations: operations.map((operation) => onlyFor(family, operation)),
	}));
}

/**
 * An operation that refuses the credential of the other family: the two have different hosts, and
 * Netzme would answer that there is no such path.
 */
function onlyFor(family: keyof typeof NAMES, operation: Operation): Operation {
	return {
		...operation,
		request: (parameters, account, timezone) => {
			assertFamily(family, account);
			return operation.request(parameters, account, timezone);
		},
	};
}

/** A credential that was stored before the field was there is one of Toko Netzme. */
function assertFamily(family: keyof typeof NAMES, { apiFamily }: IDataObject): void {
	const chosen = String(apiFamily ?? 'tokoNetzme').trim();
	if (chosen === family) return;
	throw new UserError(`API Family of the credential must be ${NAMES[family]} for this operation`, {
		description:
			'Choose a credential of that API in the node, or correct API Family in the credential. Nothing was sent.',
	});
}
