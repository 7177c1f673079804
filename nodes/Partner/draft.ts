import { UserError } from 'n8n-workflow';
import { parseUrl } from '../../credentials/auth/destination';
import { textOf, trimmed } from '../../credentials/auth/text';
import type { Draft } from '../../credentials/partner/dry-run/trial';
import { optionalId, optionalText } from '../shared/fields/text';
import { sendRequest } from '../shared/generic-request';
import type { Parameters } from '../shared/provider';
import { timeOf } from './time';

/** Scheme and host in front of a path, as examples have it. */
const ORIGIN = /^(https?:\/\/[^/?#\s\\]+)(.*)$/is;

/**
 * The request that is looked at, as the resource Request would hand it over.
 *
 * @throws UserError naming the field that does not fit
 */
export function draftOf(parameters: Parameters): Draft {
	const typedPath = trimmed(textOf(parameters.path, 'Path'));
	const [, address, path = typedPath] = ORIGIN.exec(typedPath) ?? [];
	const { method, query, headers, body, ...request } = sendRequest.request(
		{ ...parameters, path: address !== undefined && !path.startsWith('/') ? `/${path}` : path },
		{},
	);
	return {
		options: { method, url: request.path, qs: query, headers, body },
		origin: address === undefined ? undefined : originOf(address),
		typed: {
			path: path === '' ? '/' : path,
			body: typedBody(parameters),
			time: typedTime(parameters),
		},
		nowInMs: timeOf(parameters.time, 'Time'),
		nonce: optionalId(parameters, 'nonce', 'Nonce') || undefined,
		token: optionalText(parameters, 'token', 'Token'),
	};
}

function originOf(address: string): string {
	const url = parseUrl(address);
	if (url && url.username === '' && url.password === '') return url.origin;
	throw new UserError('Path is not a valid address', {
		description:
			'Enter the path only, or the whole address as the example has it, such as https://api.example.com/orders. Nothing was sent.',
	});
}

/** Where it was typed as text, and may be sent otherwise. */
function typedBody({ method, bodyType, bodyJson }: Parameters): string | undefined {
	if (method === 'GET' || bodyType !== 'json') return undefined;
	return typeof bodyJson === 'string' ? bodyJson : undefined;
}

function typedTime({ time }: Parameters): string | undefined {
	return typeof time === 'string' || typeof time === 'number' ? String(time) : undefined;
}
