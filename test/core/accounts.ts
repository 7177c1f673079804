import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuestlineCheckoutApi } from '../../credentials/GuestlineCheckoutApi.credentials';
import { NetzmeApi } from '../../credentials/NetzmeApi.credentials';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { SasomApi } from '../../credentials/SasomApi.credentials';
import { SuApi } from '../../credentials/SuApi.credentials';
import { DEFAULT_ACCOUNTS, type Simulator } from '../simulator';
import { store, type StoredCredential } from './harness';

const { sasom, pledg, su, guestline, netzme, netzmeSnap } = DEFAULT_ACCOUNTS;

/** Published for demonstration; the simulator has its public half. */
export const SNAP_KEY = (
	JSON.parse(readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8')) as {
		privateKey: string;
	}
).privateKey;

/** A stored credential for an account of the simulator; `data` replaces single fields. */
export const accounts = {
	sasom: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new SasomApi(), { baseUrl: urls.sasom, ...sasom, ...data }),
	pledg: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new PledgApi(), { environment: 'custom', baseUrl: urls.pledg, ...pledg, ...data }),
	su: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new SuApi(), {
			environment: 'custom',
			baseUrl: urls.su,
			domain: su.domain,
			clientSecret: su.clientSecrets.sandbox,
			...data,
		}),
	guestline: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new GuestlineCheckoutApi(), { baseUrl: urls.guestline, ...guestline, ...data }),
	netzme: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new NetzmeApi(), {
			environment: 'custom',
			baseUrl: urls.netzme,
			clientId: netzme.clientId,
			clientSecret: netzme.clientSecret,
			merchantId: netzme.merchantId,
			pinSecret: netzme.pin,
			...data,
		}),
	netzmeSnap: ({ urls }: Simulator, data = {}): StoredCredential =>
		store(new NetzmeApi(), {
			environment: 'custom',
			apiFamily: 'tokoNetzmeSnap',
			baseUrl: urls.netzmeSnap,
			clientId: netzmeSnap.clientId,
			clientSecret: netzmeSnap.clientSecret,
			privateKey: SNAP_KEY,
			channelId: netzmeSnap.channelId,
			merchantId: netzmeSnap.merchantId,
			pinSecret: netzmeSnap.pin,
			...data,
		}),
};
