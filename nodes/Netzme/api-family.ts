import { UserError, type IDataObject } from 'n8n-workflow';
import { SNAP_FAMILIES, type FamilyName } from '../../credentials/netzme/families';
import type { Operation, Resource } from '../shared/provider';

const NAMES: Record<FamilyName, string> = {
	tokoNetzme: 'Toko Netzme',
	netzmeWallet: 'Netzme Wallet',
	tokoNetzmeSnap: 'Toko Netzme SNAP BI',
	netzmeWalletSnap: 'Netzme Wallet SNAP BI',
};

/** A resource whose operations are those of one of Netzme's APIs; see {@link onlyFor}. */
type OfFamily = Omit<Resource, 'operations'> & { operations: Operation[] };

/** Resources whose operations are those of one of Netzme's APIs. */
export function resourcesOf(family: FamilyName, resources: OfFamily[]): Resource[] {
	return resources.map(({ operations, ...resource }) => ({
		...resource,
		operations: operations.map((operation) => onlyFor(family, operation)),
	}));
}

/** One of each resource, with all operations that it has in any API. */
export function merged(resources: Resource[]): Resource[] {
	const byValue = new Map<string, Resource>();
	for (const resource of resources) {
		const { operations = [] } = byValue.get(resource.value) ?? {};
		byValue.set(resource.value, {
			...resource,
			operations: [...operations, ...resource.operations],
		});
	}
	return [...byValue.values()];
}

/** Whether a credential is one of the APIs that follow SNAP BI. */
export function isSnapAccount({ apiFamily }: IDataObject): boolean {
	return SNAP_FAMILIES.some((name) => name === familyOf(apiFamily));
}

/**
 * An operation that refuses the credential of another family: they have different hosts, and Netzme
 * would answer that there is no such path.
 */
function onlyFor(family: FamilyName, operation: Operation): Operation {
	return {
		...operation,
		request: (parameters, account, timezone) => {
			assertFamily(family, account);
			return operation.request(parameters, account, timezone);
		},
	};
}

function assertFamily(family: FamilyName, account: IDataObject): void {
	if (familyOf(account.apiFamily) === family) return;
	const isOther = isSnapAccount(account) !== isSnapAccount({ apiFamily: family });
	const operations = isSnapAccount(account)
		? 'For this credential choose an operation whose name ends in (SNAP BI). '
		: 'For this credential choose an operation whose name does not end in (SNAP BI). ';
	throw new UserError(`API Family of the credential must be ${NAMES[family]} for this operation`, {
		description: `${isOther ? operations : ''}Choose a credential of that API in the node, or correct API Family in the credential. Nothing was sent.`,
	});
}

/** A credential that was stored before the field was there is one of Toko Netzme. */
function familyOf(apiFamily: IDataObject[string]): string {
	return String(apiFamily ?? 'tokoNetzme').trim();
}
