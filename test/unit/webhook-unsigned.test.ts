import { enc, SHA256 } from 'crypto-js';
import {
	FORM_TYPE,
	hmac,
	HOOK,
	JSON_TYPE,
	NOW_IN_S,
	SECRET,
	verdict,
	type Sent,
} from './webhook-sent';

describe('what a signature covers', () => {
	const sha256 = (text: string) => SHA256(text).toString(enc.Hex);
	const DIGEST = ['{header:digest}', '{body|sha256}'];
	it.each<[string, Sent, 'all' | string[]]>([
		['the body', { recipe: { text: '{body}' }, text: '{}', body: '{}' }, 'all'],
		[
			'the first bytes of the body only',
			{ recipe: { text: '{body|first:2}' }, text: '{"', body: '{"a":1}' },
			[],
		],
		[
			'the length of the body only',
			{ recipe: { text: '{body|length}' }, text: '7', body: '{"a":1}' },
			[],
		],
		[
			'a digest of the body that is signed',
			{
				recipe: { text: '{header:digest}', checks: [DIGEST] },
				text: sha256('{}'),
				body: '{}',
				headers: { digest: sha256('{}') },
			},
			'all',
		],
		[
			'the same in a list of headers',
			{
				recipe: { text: '{headers:date,digest}', checks: [DIGEST] },
				text: `date:d\ndigest:${sha256('{}')}`,
				body: '{}',
				headers: { date: 'd', digest: sha256('{}') },
			},
			'all',
		],
		[
			'a digest of the body that nobody has signed',
			{
				recipe: { text: '{header:date}', checks: [DIGEST] },
				text: 'd',
				body: '{}',
				headers: { date: 'd', digest: sha256('{}') },
			},
			['date'],
		],
		[
			'a digest of the body beside a token',
			{
				recipe: { alg: 'text', text: '{secret}', checks: [DIGEST] },
				text: '',
				signature: SECRET,
				body: '{}',
				headers: { digest: sha256('{}') },
			},
			[],
		],
		[
			'what must be as in the credential',
			{
				recipe: { text: '{param:id}', checks: [['{param:shop}', '{shop}']] },
				text: '7',
				body: '{"id":7,"shop":"ours","amount":1}',
			},
			['id', 'shop'],
		],
		[
			'the form',
			{
				recipe: { text: '{params}' },
				text: 'a=1&b=2',
				body: 'b=2&a=1',
				headers: { 'content-type': FORM_TYPE },
			},
			'all',
		],
		[
			'the same parameters in the query, with a body beside them',
			{ recipe: { text: '{params}' }, text: 'a=1', body: '{"b":2}', url: `${HOOK}?a=1` },
			['a'],
		],
		[
			'parameters of JSON, without those that are nested',
			{
				recipe: { text: '{params}', params: { in: 'json' } },
				text: 'a=1',
				body: '{"a":1,"data":{"amount":9}}',
			},
			['a'],
		],
		[
			'a body that is empty, with a query beside it',
			{ recipe: { text: '{body}' }, text: '', url: `${HOOK}?a=1` },
			[],
		],
		['the address', { recipe: { text: '{url}' }, text: `${HOOK}?a=1`, url: `${HOOK}?a=1` }, 'all'],
		[
			'what the sender may leave out',
			{ recipe: { text: '{method}{?header:x}{body}{/header:x}' }, text: 'POST', body: '{}' },
			[],
		],
	])('%s', (_, sent, covers) => {
		expect(verdict(sent)).toMatchObject({ isVerified: true, covers });
	});
});

describe('what a sender may add is refused', () => {
	it('a new time in the query, beside a body whose type hides the old one', () => {
		const recipe = { text: '{body}', timestamp: { from: '{param:at}' } };
		const body = `{"at":${NOW_IN_S - 4000}}`;
		const sent = { recipe, text: body, body, url: `${HOOK}?at=${NOW_IN_S}` };
		for (const type of [JSON_TYPE, FORM_TYPE, 'text/plain']) {
			const result = verdict({ ...sent, headers: { 'content-type': type } });
			expect(result).toMatchObject({ isVerified: false });
		}
	});

	it('a shop of ours in the query, beside a body of another one', () => {
		const recipe = { text: '{body}', checks: [['{param:shop}', '{shop}']] };
		const body = '{"shop":"theirs"}';
		const sent = { recipe, text: body, body, url: `${HOOK}?shop=ours` };
		for (const type of [JSON_TYPE, FORM_TYPE]) {
			const result = verdict({ ...sent, headers: { 'content-type': type } });
			expect(result).toMatchObject({ isVerified: false });
		}
	});
});

it('a form of more parameters than any partner sends is refused before it is looked through', () => {
	const recipe = { text: '{body}', id: '{param:id}' };
	const verdictOf = (count: number) => {
		const body = `id=1${'&a=1'.repeat(count)}`;
		return verdict({ recipe, text: body, body, headers: { 'content-type': FORM_TYPE } });
	};
	expect(verdictOf(10_000)).toMatchObject({ isVerified: true });
	expect(verdictOf(10_001)).toEqual({ isVerified: false, reason: 'it has too many parameters' });
});

describe('a path leads into JSON', () => {
	const VERIFIED = { isVerified: true };

	it('that a form holds', () => {
		const event = { time: 5, type: 'signed', hash: hmac('5signed') };
		const recipe = {
			read: [{ in: 'param', name: 'json.event.hash' }],
			text: '{param:json.event.time}{param:json.event.type}',
		};
		const sent = { recipe, text: '', headers: { 'content-type': FORM_TYPE } };
		const body = (each: object) => `json=${encodeURIComponent(JSON.stringify({ event: each }))}`;
		expect(verdict({ ...sent, body: body(event) })).toMatchObject(VERIFIED);
		const changed = body({ ...event, time: 6 });
		expect(verdict({ ...sent, body: changed })).toMatchObject({ isVerified: false });
		const twice = `${body(event)}&${body(event)}`;
		expect(verdict({ ...sent, body: twice })).toMatchObject({ isVerified: false });
	});

	it('that a header holds, whose name may be in any case', () => {
		const recipe = {
			read: [{ in: 'header', name: 'X-Meta.sign.Value' }],
			text: '{header:X-META.orderId}{body}',
		};
		const meta = (orderId: number) => JSON.stringify({ orderId, sign: { Value: hmac('7{}') } });
		const sent = { recipe, text: '', body: '{}' };
		expect(verdict({ ...sent, headers: { 'x-meta': meta(7) } })).toMatchObject(VERIFIED);
		expect(verdict({ ...sent, headers: { 'x-meta': meta(8) } })).toMatchObject({
			isVerified: false,
		});
	});
});
