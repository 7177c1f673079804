import { assertWithinQuota, mergeMints } from '../../credentials/token/quota';
import { refusalOf } from './refusal';

const MINUTE = 60_000;
const NOW = Date.parse('2026-01-31T12:00:00.000Z');
const QUOTA = { tokens: 3, windowInMs: 60 * MINUTE };

const minutesAgo = (...minutes: number[]) => minutes.map((ago) => NOW - ago * MINUTE);

describe('the mints known to several processes', () => {
	it('are one list, oldest first, each once', () => {
		const merged = mergeMints(QUOTA, NOW, minutesAgo(10, 30), minutesAgo(30, 5), []);
		expect(merged).toEqual(minutesAgo(30, 10, 5));
	});

	it('are forgotten when they leave the window', () => {
		expect(mergeMints(QUOTA, NOW, minutesAgo(90, 60, 59))).toEqual(minutesAgo(59));
		expect(mergeMints(QUOTA, NOW + 1 * MINUTE, minutesAgo(59))).toEqual([]);
	});

	it('are not forgotten when the clock is set back', () => {
		expect(mergeMints(QUOTA, NOW, minutesAgo(-59, -1, 0))).toEqual(minutesAgo(0, -1, -59));
	});

	it('do not stay for ever where a clock was years ahead', () => {
		expect(mergeMints(QUOTA, NOW, minutesAgo(-60, -1_000_000))).toEqual([]);
	});

	it('are not kept where the provider sets no limit', () => {
		expect(mergeMints(undefined, NOW, minutesAgo(1, 2))).toEqual([]);
	});
});

describe('one more mint', () => {
	it.each([[[]], [[50]], [[50, 40]]])('is allowed after mints %j minutes ago', (minutes) => {
		expect(() => assertWithinQuota('Su', QUOTA, NOW, minutesAgo(...minutes))).not.toThrow();
	});

	it('is always allowed where the provider sets no limit', () => {
		expect(() => assertWithinQuota('Su', undefined, NOW, minutesAgo(3, 2, 1, 0))).not.toThrow();
	});

	it('is refused at the limit; the message says when it is possible again', () => {
		const refusal = refusalOf(() => assertWithinQuota('Su', QUOTA, NOW, minutesAgo(50, 40, 5)));
		expect(refusal.message).toBe(
			"Su's limit of access tokens is reached: 3 in the last 60 minutes",
		);
		expect(refusal.description).toContain('in 10 minutes, at 2026-01-31T12:10:00.000Z');
	});

	it('waits for as many mints as are too many to leave the window', () => {
		const mints = minutesAgo(50, 40, 30, 20);
		const { description } = refusalOf(() => assertWithinQuota('Su', QUOTA, NOW, mints));
		expect(description).toContain('in 20 minutes, at 2026-01-31T12:20:00.000Z');
	});

	it('rounds up: it never says zero minutes', () => {
		const mints = minutesAgo(59.99, 40, 5);
		const { description } = refusalOf(() => assertWithinQuota('Su', QUOTA, NOW, mints));
		expect(description).toMatch(/in 1 minutes?, at/);
	});

	it('is allowed again at the very moment that the message named', () => {
		const mints = minutesAgo(50, 40, 5);
		const oneMore = (now: number) => () =>
			assertWithinQuota('Su', QUOTA, now, mergeMints(QUOTA, now, mints));
		expect(oneMore(NOW + 10 * MINUTE - 1)).toThrow();
		expect(oneMore(NOW + 10 * MINUTE)).not.toThrow();
	});
});
