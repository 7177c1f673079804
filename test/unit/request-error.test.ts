import { NodeApiError, type INode } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import type { RequestContext } from '../../nodes/shared/context';
import { requestError } from '../../nodes/shared/errors';

const node = { name: 'Node', type: 'sasom', typeVersion: 1, parameters: {} } as unknown as INode;
const context = { getNode: () => node } as RequestContext;
const WRITE = { method: 'POST', path: '/', reference: 'Request ID 4711' } as const;

const failed = (code?: string, more: object = {}) =>
	Object.assign(new Error(code), code && { code }, more);
const errorOf = (error: unknown) => {
	const { message, description } = requestError(context, sasom, error, 0, WRITE);
	return { message, description };
};
const isInDoubt = (error: unknown) => errorOf(error).message.includes('may have been carried out');

describe('a write that never left', () => {
	it.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'EADDRNOTAVAIL',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'CERT_UNTRUSTED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'HOSTNAME_MISMATCH',
		'INVALID_CA',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	])('is not in doubt: %s', (code) => {
		const expected = {
			message: 'SASOM could not be reached',
			description: `Nothing was sent. Check the base URL or environment of the credential, and the network (${code}).`,
		};
		expect(errorOf(failed(code))).toEqual(expected);
		const wrapped = new NodeApiError(node, {}, { message: 'n8n says' });
		expect(errorOf(Object.assign(wrapped, { cause: failed(code) }))).toEqual(expected);
		expect(errorOf(failed(code, { syscall: 'connect' }))).toEqual(expected);
	});
});

describe('a write that may have left', () => {
	it.each<[string, Error]>([
		['the connection was reset', failed('ECONNRESET')],
		['it could not be written to the end', failed('EPIPE')],
		['a proxy has cut it', failed('UND_ERR_SOCKET')],
		['no code', failed()],
		['a code that nobody knows', failed('EWHATEVER')],
		['TLS ended somehow', failed('EPROTO', { syscall: 'write' })],
		['the way was lost while it waited', failed('EHOSTUNREACH', { syscall: 'read' })],
		['the way was lost while it was sent', failed('ENETUNREACH', { syscall: 'write' })],
		[
			'the same, deep inside other errors',
			failed('n8n says', {
				code: undefined,
				cause: failed('EHOSTUNREACH', { cause: failed('EHOSTUNREACH', { syscall: 'read' }) }),
			}),
		],
	])('is in doubt: %s', (_what, error) => {
		expect(errorOf(error).message).toBe(
			'SASOM cut the connection before it answered. It may have been carried out: look at the provider for Request ID 4711 before you send it again',
		);
		expect(errorOf(error).description).not.toContain('Nothing was sent');
	});

	it.each(['ETIMEDOUT', 'ECONNABORTED'])('is in doubt: %s', (code) => {
		expect(isInDoubt(failed(code))).toBe(true);
		expect(errorOf(failed(code)).message).toContain('SASOM did not answer in time');
	});
});
