import type { IDataObject } from 'n8n-workflow';
import { failureIn, failureRuleOf, type FailureRule } from '../../nodes/Partner/failure';
import { refusalOf } from './refusal';

const ruleOf = (rule: IDataObject) =>
	failureRuleOf({ failure: { rule: { meaning: 'success', values: '', ...rule } } }) as FailureRule;
const answer = (body: unknown, status = 200) => ({ status, headers: {}, body });
const CODE = { statusPath: 'result.code', values: '0, OK', messagePath: 'result.words' };
const ERROR = { statusPath: 'error', meaning: 'failure' };

describe('a failure by a field of the answer', () => {
	it.each<[string, IDataObject, unknown, number, object | undefined]>([
		['success', CODE, { result: { code: 0 } }, 200, undefined],
		['success as text', CODE, { result: { code: ' ok ' } }, 200, undefined],
		[
			'another code',
			CODE,
			{ result: { code: 4001, words: 'No such order' } },
			200,
			{ message: 'No such order', code: '4001' },
		],
		['no code', CODE, { result: {} }, 200, { message: '' }],
		['a web page', CODE, '<html></html>', 200, { message: '' }],
		['no body', CODE, '', 204, undefined],
		[
			'another status',
			CODE,
			{ result: { code: 'E1', words: 'Wrong' } },
			422,
			{ message: 'Wrong', code: 'E1' },
		],
		['a status of failure beside a success', CODE, { result: { code: 0 } }, 500, { message: '' }],
		['an error', ERROR, { error: 'Bad' }, 200, { message: 'Bad' }],
		['an error in an object', ERROR, { error: { a: 1 } }, 200, { message: '{"a":1}' }],
		['no error', ERROR, { data: 1 }, 200, undefined],
		['null', ERROR, { error: null }, 200, undefined],
		['false', ERROR, { error: false }, 200, undefined],
		['an empty list', ERROR, { error: [] }, 200, undefined],
		[
			'one of several values',
			{ ...ERROR, statusPath: 'status', values: 'FAIL,error' },
			{ status: 'Error' },
			200,
			{ message: '', code: 'Error' },
		],
		[
			'none of several values',
			{ ...ERROR, statusPath: 'status', values: 'fail' },
			{ status: 'x' },
			200,
			undefined,
		],
	])('%s', (_what, rule, body, status, failure) => {
		expect(failureIn(answer(body, status), ruleOf(rule))).toEqual(failure);
	});

	it('is not looked for where the option was not added', () => {
		expect(failureRuleOf({})).toBeUndefined();
		expect(failureRuleOf({ failure: {} })).toBeUndefined();
	});

	it.each<[IDataObject, string]>([
		[{ ...CODE, statusPath: '' }, 'Status Path is empty'],
		[{ ...CODE, values: ' , ' }, 'Values is empty'],
		[{ ...CODE, meaning: 'maybe' }, 'Meaning must be one of success, failure'],
		[{ ...CODE, messagePath: { a: 1 } }, 'Message Path must be text or a number'],
	])('%j is refused: %s', (rule, message) => {
		expect(refusalOf(() => ruleOf(rule)).message).toBe(message);
	});
});
