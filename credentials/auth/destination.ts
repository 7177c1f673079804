import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField, requiredField } from './credential-fields';

export const ENVIRONMENT = { name: 'environment', label: 'Environment' };
export const BASE_URL = { name: 'baseUrl', label: 'Base URL' };

/**
 * The origin typed into the field `baseUrl` of a credential.
 *
 * @throws UserError as {@link parseBaseUrl}, or where it is empty
 */
export function baseUrlOrigin(credentials: ICredentialDataDecryptedObject): string {
	return parseBaseUrl(requiredField(credentials, BASE_URL), BASE_URL.label);
}

/**
 * Turns what a user typed as base URL into the one origin that the credential's secrets may go to.
 *
 * @param value the field's value, for example `https://api.example.com`
 * @param label the field's label, named in the errors
 * @returns scheme, host and port, without a slash at the end
 * @throws UserError where the scheme is missing or is not https (http is accepted for loopback
 * addresses, for local testing), or where a path, query, fragment or user name is present
 */
export function parseBaseUrl(value: string, label: string): string {
	if (!/^https?:\/\//i.test(value)) {
		throw new UserError(`${label} must begin with https://`, {
			description: 'Enter the whole address in the credential, e.g. https://api.example.com',
		});
	}
	const url = parseUrl(value);
	if (!url) {
		throw new UserError(`${label} is not a valid address`, {
			description: 'Enter scheme and host in the credential, e.g. https://api.example.com',
		});
	}
	if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
		throw new UserError(`${label} must be scheme and host only`, {
			description: `Enter ${url.origin} in the credential; paths belong into the node.`,
		});
	}
	assertEncrypted(url, label);
	return url.origin;
}

/**
 * A whole address that a user typed, with path and query.
 *
 * @param label the field's label, named in the errors
 * @throws UserError where it is not https (http is accepted for loopback addresses, for local testing),
 * or has a user name
 */
export function parseAddress(value: string, label: string): URL {
	const url = parseUrl(value);
	if (!url || url.username !== '' || url.password !== '') {
		throw new UserError(`${label} is not a valid address`, {
			description: 'Enter the whole address, e.g. https://api.example.com/oauth/token',
		});
	}
	assertEncrypted(url, label);
	url.hash = '';
	return url;
}

/**
 * Refuses to let secrets go anywhere but to the credential's own origin.
 *
 * @param url the final address of the request
 * @param origin as returned by {@link parseBaseUrl}
 * @throws UserError where scheme, host or port differ, or the address carries a user name
 */
export function assertDestination(url: URL, origin: string): void {
	const sameOrigin = url.origin === origin && origin.startsWith(`${url.protocol}//`);
	if (!sameOrigin || url.username !== '' || url.password !== '') {
		throw new UserError(`This credential may only be used with ${origin}`, {
			description: `The request goes to ${url.origin}. Change the URL of the request, or the base URL or environment of the credential. Nothing was sent.`,
		});
	}
}

function assertEncrypted(url: URL, label: string): void {
	const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url.protocol !== 'https:' && !loopback) {
		throw new UserError(`${label} must begin with https://`, {
			description: 'Secrets are never sent over an unencrypted connection.',
		});
	}
}

/** An address as an object, relative ones resolved against `base`; undefined where it is not valid. */
export function parseUrl(value: string, base?: string): URL | undefined {
	try {
		return new URL(value, base);
	} catch {
		return undefined;
	}
}

/**
 * The origin of the environment chosen in a credential.
 *
 * @param origins by value of the field `environment`; `custom` means the field `baseUrl`
 * @param environments all values of that field, its default first
 * @throws UserError as {@link parseBaseUrl}, or where the environment is none of them, or no address
 * is known for it
 */
export function environmentOrigin(
	credentials: ICredentialDataDecryptedObject,
	origins: Record<string, string>,
	environments = ['staging', 'production', 'custom'],
): string {
	const environment = choiceField(credentials, ENVIRONMENT, environments);
	if (environment === 'custom') return baseUrlOrigin(credentials);
	const known = origins[environment];
	if (known !== undefined) return known;
	throw new UserError(
		`The address for ${environment} is not published. Choose Custom URL as environment and enter it`,
		{
			description: 'Ask the provider for the address.',
		},
	);
}
