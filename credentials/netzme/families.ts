import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField } from '../auth/credential-fields';
import { environmentOrigin } from '../auth/destination';

const API_FAMILY = { name: 'apiFamily', label: 'API Family' };

/** One of Netzme's APIs: its hosts by environment, and where it hands out tokens. */
interface Family {
	origins: Record<string, string>;
	path: string;
	/** Whether it follows SNAP BI, Bank Indonesia's standard: another token, another signature. */
	isSnap?: boolean;
}

/**
 * The two newer ones and the two older ones share a scheme, not the hosts. The wallets' production
 * hosts are not published.
 */
const FAMILIES = {
	tokoNetzme: {
		origins: {
			staging: 'https://tokoapi-stg.netzme.com',
			production: 'https://tokoapi.netzme.com',
		},
		path: '/oauth/merchant/accesstoken',
	},
	netzmeWallet: {
		origins: { staging: 'https://api-stg.netzme.com' },
		path: '/oauth/token/accesstoken',
	},
	tokoNetzmeSnap: {
		origins: {
			staging: 'https://tokoapisnap-stg.netzme.com',
			production: 'https://tokoapisnap.netzme.com',
		},
		path: '/api/v1/access-token/b2b',
		isSnap: true,
	},
	netzmeWalletSnap: {
		origins: { staging: 'https://apisnap-stg.netzme.com' },
		path: '/api/v1/access-token/b2b',
		isSnap: true,
	},
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
/** The default first. */
const NAMES = Object.keys(FAMILIES) as FamilyName[];
export const SNAP_FAMILIES = NAMES.filter((name) => (FAMILIES[name] as Family).isSnap);

/**
 * The API that a credential is for.
 *
 * @throws UserError where an expression gives none of them
 */
export function familyOf(credentials: ICredentialDataDecryptedObject): Family {
	return FAMILIES[choiceField(credentials, API_FAMILY, NAMES)];
}

/**
 * Scheme and host of that API in the environment of the credential.
 *
 * @throws UserError as {@link environmentOrigin}
 */
export function familyOrigin(credentials: ICredentialDataDecryptedObject): string {
	return environmentOrigin(credentials, familyOf(credentials).origins);
}
