import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ACCOUNTS, type Simulator } from '../../simulator';
import { EXCHANGE_RECIPE } from '../../vectors/partner-recipes';

export interface ProviderCredential {
	/** The simulator's name of the provider. */
	provider: keyof typeof DEFAULT_ACCOUNTS;
	/** The provider's own name. */
	title: string;
	/** The credential type. */
	type: string;
	/** The credential's name in n8n. */
	name: string;
	data: Record<string, unknown>;
}

/** What n8n stores of it. */
export type StoredAccount = Pick<ProviderCredential, 'type' | 'name' | 'data'>;

/** One credential per provider, with the simulator's addresses and default accounts. */
export function credentialsFor(urls: Simulator['urls']): ProviderCredential[] {
	const { sasom, pledg, su, guestline, netzme } = DEFAULT_ACCOUNTS;
	return [
		{
			provider: 'sasom',
			title: 'SASOM',
			type: 'sasomApi',
			name: 'SASOM (simulator)',
			data: { baseUrl: urls.sasom, apiKey: sasom.apiKey, apiSecret: sasom.apiSecret },
		},
		{
			provider: 'pledg',
			title: 'Pledg',
			type: 'pledgApi',
			name: 'Pledg (simulator)',
			data: {
				environment: 'custom',
				baseUrl: urls.pledg,
				authentication: 'accessToken',
				apiKey: pledg.apiKey,
				apiSecret: pledg.apiSecret,
				dashboardEmail: pledg.dashboardEmail,
				dashboardPassword: pledg.dashboardPassword,
				merchantSecretKey: pledg.merchantSecretKey,
				merchantUid: pledg.merchantUid,
				signatureLifetime: 3600,
			},
		},
		{
			provider: 'su',
			title: 'Su',
			type: 'suApi',
			name: 'Su (simulator)',
			data: {
				environment: 'custom',
				baseUrl: urls.su,
				customEnvironment: 'sandbox',
				domain: su.domain,
				clientSecret: su.clientSecrets.sandbox,
				sendAppId: false,
				pushUser: su.push.user,
				pushPassword: su.push.password,
			},
		},
		{
			provider: 'guestline',
			title: 'Guestline Checkout',
			type: 'guestlineCheckoutApi',
			name: 'Guestline Checkout (simulator)',
			data: {
				baseUrl: urls.guestline,
				level: 'client',
				clientId: guestline.clientId,
				apiKey: guestline.apiKey,
				productId: guestline.productId,
				productApiKey: guestline.productApiKey,
			},
		},
		{
			provider: 'netzme',
			title: 'Netzme',
			type: 'netzmeApi',
			name: 'Netzme (simulator)',
			data: {
				environment: 'custom',
				apiFamily: 'tokoNetzme',
				baseUrl: urls.netzme,
				clientId: netzme.clientId,
				clientSecret: netzme.clientSecret,
				merchantId: netzme.merchantId,
				pinSecret: netzme.pin,
				invoiceToken: netzme.invoiceToken,
				// The same server under another name is another origin.
				payBaseUrl: urls.netzme.replace('127.0.0.1', 'localhost'),
			},
		},
	];
}

/** Credentials of the type Partner API: a recipe, and a preset. */
export function partnerCredentials(urls: Simulator['urls']): ProviderCredential[] {
	const { exchange, snap } = DEFAULT_ACCOUNTS;
	const { privateKey } = JSON.parse(
		readFileSync(join(__dirname, '../../vectors/snap-bi.json'), 'utf8'),
	) as { privateKey: string };
	return [
		{
			provider: 'exchange',
			title: 'Partner API',
			type: 'partnerApi',
			name: 'Exchange (simulator)',
			data: {
				scheme: 'json',
				baseUrl: urls.exchange,
				id: exchange.appId,
				secret: exchange.appSecret,
				recipe: JSON.stringify(EXCHANGE_RECIPE),
				testPath: '/v1/orders',
			},
		},
		{
			provider: 'snap',
			title: 'Partner API',
			type: 'partnerApi',
			name: 'Bank with SNAP BI (simulator)',
			data: {
				scheme: 'snapBi',
				baseUrl: urls.snap,
				clientId: snap.clientId,
				secret: snap.clientSecret,
				channelId: snap.channelId,
				privateKey,
			},
		},
	];
}

/** A second one for Netzme, of the API that follows SNAP BI. */
export function snapCredential(urls: Simulator['urls']): ProviderCredential {
	const { clientId, clientSecret, channelId, merchantId, pin, callbackToken } =
		DEFAULT_ACCOUNTS.netzmeSnap;
	const { privateKey, publicKey } = JSON.parse(
		readFileSync(join(__dirname, '../../vectors/snap-bi.json'), 'utf8'),
	) as Record<'privateKey' | 'publicKey', string>;
	return {
		provider: 'netzmeSnap',
		title: 'Netzme',
		type: 'netzmeApi',
		name: 'Netzme SNAP BI (simulator)',
		data: {
			environment: 'custom',
			apiFamily: 'tokoNetzmeSnap',
			baseUrl: urls.netzmeSnap,
			clientId,
			clientSecret,
			privateKey,
			channelId,
			merchantId,
			pinSecret: pin,
			callbackToken,
			callbackPublicKey: publicKey,
		},
	};
}
