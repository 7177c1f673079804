import type { INodePropertyOptions } from 'n8n-workflow';
import { ALGORITHMS as SIGNING } from '../../form/lists';

/** Of the field Algorithm: those of a request, with one entry for all JWTs. */
export const ALGORITHMS: INodePropertyOptions[] = [
	...SIGNING.filter(({ value }) => !String(value).startsWith('jwt-')),
	{ name: 'JWT', value: 'jwt' },
	{ name: 'None: a Secret That Is Sent As It Is', value: 'text' },
];

/** The algorithms that take a key which may be bytes that are written as text. */
export const WITH_SHARED_KEY = ALGORITHMS.map(({ value }) => String(value)).filter((value) =>
	/^(hmac-|jwt$)/.test(value),
);
export const WITHOUT_KEY = ALGORITHMS.map(({ value }) => String(value)).filter((value) =>
	/^(hash-|text$)/.test(value),
);
export const WITHOUT_OUTPUT = ['jwt', 'text'];

export const JWT_ALGORITHMS: INodePropertyOptions[] = [
	...['ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'],
	...['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'],
].map((name) => ({ name, value: name }));

export const PLACES: INodePropertyOptions[] = [
	{ name: 'Header', value: 'header' },
	{ name: 'Field of the Body or Query', value: 'param' },
	{ name: 'Query', value: 'query' },
	{ name: 'Whole Body', value: 'body' },
];

export const TIME_UNITS: INodePropertyOptions[] = [
	{ name: 'Seconds', value: 's' },
	{ name: 'Milliseconds', value: 'ms' },
	{ name: 'ISO 8601', value: 'iso' },
];
