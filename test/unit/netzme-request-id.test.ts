import { newRequestId } from '../../nodes/Netzme/request-id';

/** 18:30 UTC: the next day in Jakarta. */
const EVENING = Date.UTC(2026, 0, 31, 18, 30, 5, 900);

describe('a request ID', () => {
	beforeEach(() => jest.useFakeTimers({ now: EVENING }));
	afterEach(() => jest.useRealTimers());

	it('is client ID, time of Jakarta and four digits', () => {
		expect(newRequestId('aggregator')).toMatch(/^aggregator20260201013005\d{4}$/);
	});

	it('counts up, and begins again after 9999', () => {
		const counters = Array.from({ length: 10_001 }, () => Number(newRequestId('c').slice(-4)));
		counters.forEach((value, at) => {
			if (at > 0) expect(value).toBe((counters[at - 1] + 1) % 10_000);
		});
	});

	it('is never the same twice, however many are made in a second', () => {
		const ids = Array.from({ length: 25_000 }, () => newRequestId('c'));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('is never the same twice when the clock is put back', () => {
		jest.setSystemTime(EVENING + 60_000);
		const before = Array.from({ length: 10_000 }, () => newRequestId('c'));
		jest.setSystemTime(EVENING);
		const after = Array.from({ length: 10_000 }, () => newRequestId('c'));
		expect(new Set([...before, ...after]).size).toBe(20_000);
	});
});
