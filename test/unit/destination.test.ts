import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import {
	assertDestination,
	baseUrlOrigin,
	environmentOrigin,
	parseBaseUrl,
} from '../../credentials/auth/destination';
import { refusalOf } from './refusal';

const ORIGIN = 'https://api.example.com';

describe('a base URL', () => {
	it.each([
		['https', 'https://api.example.com', 'https://api.example.com'],
		['a slash at the end', 'https://api.example.com/', 'https://api.example.com'],
		['another port', 'https://api.example.com:8443', 'https://api.example.com:8443'],
		['the port that https has anyway', 'https://api.example.com:443', 'https://api.example.com'],
		['an upper-case host', 'HTTPS://API.Example.COM', 'https://api.example.com'],
		['a host with a dot at the end', 'https://api.example.com.', 'https://api.example.com.'],
		['an international name', 'https://bücher.example', 'https://xn--bcher-kva.example'],
		['an IPv6 address', 'https://[2001:db8::1]', 'https://[2001:db8::1]'],
		['loopback over http', 'http://localhost:3000', 'http://localhost:3000'],
		['loopback over http, IPv4', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['loopback over http, all of 127/8', 'http://127.1.2.3', 'http://127.1.2.3'],
		['loopback over http, IPv6', 'http://[::1]:3000', 'http://[::1]:3000'],
	])('may be %s', (_what, value, origin) => {
		expect(parseBaseUrl(value, 'Base URL')).toBe(origin);
	});

	it.each([
		['no scheme', 'api.example.com', 'Base URL must begin with https://'],
		['another scheme', 'ftp://api.example.com', 'Base URL must begin with https://'],
		['http', 'http://api.example.com', 'Base URL must begin with https://'],
		['http to a private address', 'http://192.168.0.1', 'Base URL must begin with https://'],
		['http to a name like localhost', 'http://localhost.example', 'Base URL must begin with https'],
		['http to a name like 127', 'http://127.0.0.1.example', 'Base URL must begin with https://'],
		['http to any address', 'http://0.0.0.0', 'Base URL must begin with https://'],
		['a path', 'https://api.example.com/v1', 'Base URL must be scheme and host only'],
		['a query', 'https://api.example.com?a=1', 'Base URL must be scheme and host only'],
		['a fragment', 'https://api.example.com#a', 'Base URL must be scheme and host only'],
		['a user name', 'https://me@api.example.com', 'Base URL must be scheme and host only'],
		['a password', 'https://:pass@api.example.com', 'Base URL must be scheme and host only'],
		['no host', 'https://', 'Base URL is not a valid address'],
		['a space in the host', 'https://api example.com', 'Base URL is not a valid address'],
		['a port beyond 65535', 'https://api.example.com:99999', 'Base URL is not a valid address'],
	])('with %s is refused', (_what, value, message) => {
		expect(refusalOf(() => parseBaseUrl(value, 'Base URL')).message).toContain(message);
	});

	it.each([
		['api.example.com', 'https://api.example.com'],
		['//api.example.com/v1', 'https://api.example.com'],
		['ftp://api.example.com', 'https://api.example.com'],
	])('without https (%s): the message shows how it would be right', (value, right) => {
		expect(refusalOf(() => parseBaseUrl(value, 'Base URL')).description).toContain(right);
	});

	it('with a path: the message shows what to enter instead', () => {
		const { description } = refusalOf(() => parseBaseUrl(`${ORIGIN}/v1`, 'Base URL'));
		expect(description).toContain(`Enter ${ORIGIN} `);
	});

	it('never has its user name or password repeated in a message', () => {
		for (const value of [
			'https://me:s3cret@api.example.com',
			'me:s3cret@api.example.com',
			'http://me:s3cret@api.example.com',
		]) {
			const { message, description } = refusalOf(() => parseBaseUrl(value, 'Base URL'));
			expect(message + description).not.toContain('s3cret');
		}
	});

	it('is trimmed when read from the credential', () => {
		expect(baseUrlOrigin({ baseUrl: ` ${ORIGIN}/\n` })).toBe(ORIGIN);
	});

	it.each<ICredentialDataDecryptedObject>([{}, { baseUrl: '' }, { baseUrl: '   ' }])(
		'is named when missing (%j)',
		(credentials) => {
			expect(refusalOf(() => baseUrlOrigin(credentials)).message).toBe('Base URL is empty');
		},
	);
});

describe('a request with secrets', () => {
	it.each([
		['the same origin', 'https://api.example.com/path?a=1#b'],
		['the same host in upper case', 'https://API.EXAMPLE.COM/path'],
		['the port that https has anyway', 'https://api.example.com:443/path'],
	])('may go to %s', (_what, address) => {
		expect(() => assertDestination(new URL(address), ORIGIN)).not.toThrow();
	});

	it.each([
		['another host', 'https://evil.example/api.example.com'],
		['a host that begins alike', 'https://api.example.com.evil.example/'],
		['a host that ends alike', 'https://evil-api.example.com/'],
		['a host with a dot at the end', 'https://api.example.com./'],
		['a subdomain', 'https://a.api.example.com/'],
		['a look-alike in another script', 'https://аpi.example.com/'],
		['another port', 'https://api.example.com:8443/'],
		['http', 'http://api.example.com/'],
		['http on the port of https', 'http://api.example.com:443/'],
		['another scheme', 'ftp://api.example.com/'],
		['a scheme that borrows the origin', 'blob:https://api.example.com/path'],
		['an address without host', 'data:text/plain,https://api.example.com'],
		['the right host with a user name', 'https://me@api.example.com/'],
		['the right host with a password', 'https://:pass@api.example.com/'],
		['the right host as user name', 'https://api.example.com@evil.example/'],
	])('is kept from %s', (_what, address) => {
		const refusal = refusalOf(() => assertDestination(new URL(address), ORIGIN));
		expect(refusal.message).toBe(`This credential may only be used with ${ORIGIN}`);
		expect(refusal.description).toContain('Nothing was sent.');
	});

	it('is told where it would have gone', () => {
		const elsewhere = new URL('https://evil.example/path?token=abc');
		const { description } = refusalOf(() => assertDestination(elsewhere, ORIGIN));
		expect(description).toContain('The request goes to https://evil.example.');
	});
});

describe('the environment of a credential', () => {
	const environments = { staging: 'https://staging.example.com' };

	it('decides the origin', () => {
		expect(environmentOrigin({ environment: 'staging' }, environments)).toBe(environments.staging);
	});

	it('may be an address of its own', () => {
		const credentials = { environment: 'custom', baseUrl: 'https://own.example.com/' };
		expect(environmentOrigin(credentials, environments)).toBe('https://own.example.com');
	});

	it('ignores the field Base URL unless it is chosen', () => {
		const credentials = { environment: 'staging', baseUrl: 'https://evil.example' };
		expect(environmentOrigin(credentials, environments)).toBe(environments.staging);
	});

	it('without a known address is refused, with what to do', () => {
		const credentials = { environment: 'production' };
		expect(refusalOf(() => environmentOrigin(credentials, environments))).toEqual({
			message: expect.stringContaining('Choose Custom URL'),
			description: 'Ask the provider for the address.',
		});
	});
});
