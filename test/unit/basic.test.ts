import { basicAuthorization } from '../../credentials/auth/basic';
import { refusalOf } from './refusal';

/** What a server reads out of the header: the first colon divides (RFC 7617, section 2). */
function pairOf(header: string) {
	const pair = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8');
	return [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)];
}

describe('Basic authentication', () => {
	it.each([
		['plain', 'key', 'secret'],
		['umlauts, as UTF-8', 'schlüssel', 'pässwörd'],
		['characters beyond the basic plane', 'k𝒳y', '🔑'],
		['a password with colons', 'key', 'a:b::c'],
		['a password with + and /', 'key', 'a+b/c=='],
		['spaces inside', 'my key', 'my secret'],
		['an empty password', 'key', ''],
		['4 KB', 'k'.repeat(2048), 's'.repeat(2048)],
	])('carries %s', (_what, user, password) => {
		expect(pairOf(basicAuthorization(user, password))).toEqual([user, password]);
	});

	it('encodes umlauts as the bytes of UTF-8', () => {
		expect(basicAuthorization('ü', 'ö')).toBe('Basic w7w6w7Y=');
	});

	it('stays in one line however long the pair is', () => {
		const header = basicAuthorization('k'.repeat(2048), 'ß'.repeat(2048));
		expect(header).toMatch(/^Basic [A-Za-z0-9+/]{8000,}=*$/);
	});

	it('refuses a colon in the user name, and names the field as the form does', () => {
		expect(refusalOf(() => basicAuthorization('a:b', 's3cret-value', 'API Key'))).toEqual({
			message: 'API Key must not contain a colon',
			description: expect.stringContaining('Check API Key in the credential'),
		});
	});

	it('does not repeat the values in the refusal', () => {
		const { message, description } = refusalOf(() => basicAuthorization('us:er', 's3cret-value'));
		expect(message + description).not.toMatch(/us:er|s3cret-value/);
	});
});
