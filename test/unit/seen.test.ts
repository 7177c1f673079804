import type { IDataObject } from 'n8n-workflow';
import {
	follow,
	IDS_REMEMBERED,
	IDS_STORED,
	isOutdated,
	keyOf,
	LOST_AFTER_MS,
	pendingOf,
	remember,
	seenBy,
	storeSeen,
	type Seen,
} from '../../nodes/shared/trigger/seen';

let created = 0;
/** A trigger that no other test knows. */
const trigger = () => `workflow ${(created += 1)}:node`;
const keys = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => keyOf(`id ${index + from}`));
/** What n8n's database holds after it has written static data, and the next call reads. */
const written = (staticData: IDataObject) => JSON.parse(JSON.stringify(staticData)) as IDataObject;
const emitted = (seen: Seen) => [...seen.emitted];

describe('a key', () => {
	it('has 22 characters whatever the id', () => {
		for (const id of ['', 'a', '\ud800', 'x'.repeat(2 ** 20)]) expect(keyOf(id)).toHaveLength(22);
	});

	it('is the same for the same id only', () => {
		expect(keyOf('a')).toBe(keyOf('a'));
		expect(keyOf('a')).not.toBe(keyOf('b'));
	});
});

describe('the memory of a trigger', () => {
	it('is its own', () => {
		const seen = seenBy(trigger(), {});
		remember(seen, 'a');
		expect(emitted(seenBy(trigger(), {}))).toEqual([]);
	});

	it('forgets the oldest beyond its bound', () => {
		const seen = seenBy(trigger(), {});
		const all = keys(IDS_REMEMBERED + 10);
		for (const key of all) remember(seen, key);
		expect(emitted(seen)).toEqual(all.slice(10));
	});

	it('is there again after a restart, from what was stored', () => {
		const seen = seenBy(trigger(), {});
		for (const key of keys(3)) remember(seen, key);
		const staticData: IDataObject = {};
		storeSeen(seen, staticData);
		expect(emitted(seenBy(trigger(), written(staticData)))).toEqual(keys(3));
	});

	it('learns what another process has stored, and keeps what that one did not know', () => {
		const name = trigger();
		remember(seenBy(name, {}), 'mine');
		expect(emitted(seenBy(name, { emitted: ['theirs'] }))).toEqual(['mine', 'theirs']);
	});

	it.each([[undefined], ['text'], [5], [{ a: 1 }], [[1, null, {}]]])(
		'takes static data that somebody has spoilt for empty: %j',
		(spoilt) => {
			expect(emitted(seenBy(trigger(), { emitted: spoilt } as IDataObject))).toEqual([]);
		},
	);

	it('does not take more from static data than belongs there', () => {
		const stored = keys(IDS_STORED + 500);
		expect(emitted(seenBy(trigger(), { emitted: stored }))).toEqual(stored.slice(500));
	});

	it('is dropped for the least used of many triggers, but not while one is on its way', () => {
		const [busy, idle] = [trigger(), trigger()];
		follow(seenBy(busy, {}), ['a'], new Promise(() => {}));
		remember(seenBy(idle, {}), 'b');
		for (let index = 0; index < 200; index += 1) seenBy(trigger(), {});
		expect(pendingOf(seenBy(busy, {}), ['a'])).toHaveLength(1);
		expect(emitted(seenBy(idle, {}))).toEqual([]);
	});
});

describe('what is stored', () => {
	it('is bounded: the newest, in at most 26 KB', () => {
		const seen = seenBy(trigger(), {});
		const all = keys(IDS_STORED + 10);
		for (const key of all) remember(seen, key);
		const staticData: IDataObject = {};
		storeSeen(seen, staticData);
		expect(written(staticData)).toEqual({ emitted: all.slice(10) });
		expect(JSON.stringify(staticData).length).toBeLessThanOrEqual(26_000);
	});

	it('holds what was emitted between the assignment and the write', () => {
		const seen = seenBy(trigger(), {});
		const staticData: IDataObject = {};
		storeSeen(seen, staticData);
		remember(seen, 'meanwhile');
		expect(written(staticData)).toEqual({ emitted: ['meanwhile'] });
	});

	it('holds the own one of a call that stores its execution, and not those of other calls', () => {
		const seen = seenBy(trigger(), {});
		const [first, second]: IDataObject[] = [{}, {}];
		storeSeen(seen, first, ['first']);
		storeSeen(seen, second, ['second']);
		expect([written(first), written(second)]).toEqual([
			{ emitted: ['first'] },
			{ emitted: ['second'] },
		]);
	});

	it('is outdated as long as it lacks something', () => {
		const seen = seenBy(trigger(), {});
		expect(isOutdated(seen, {})).toBe(false);
		remember(seen, 'a');
		expect(isOutdated(seen, {})).toBe(true);
		expect(isOutdated(seen, { emitted: ['b', 'a'] })).toBe(false);
	});
});

describe('one on its way', () => {
	it.each([
		[true, ['a']],
		[false, []],
	])('is remembered if it was taken: %j', async (isTaken, remembered) => {
		const seen = seenBy(trigger(), {});
		const taken = Promise.resolve(isTaken);
		follow(seen, ['a'], taken);
		expect(pendingOf(seen, ['a', 'b'])).toEqual([taken]);
		await taken;
		expect(pendingOf(seen, ['a'])).toEqual([]);
		expect(emitted(seen)).toEqual(remembered);
	});

	it('is given up when nothing is heard of it for an hour', () => {
		const seen = seenBy(trigger(), {});
		follow(seen, ['a'], new Promise(() => {}));
		const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + LOST_AFTER_MS);
		expect(pendingOf(seen, ['b'])).toEqual([]);
		later.mockRestore();
		expect(pendingOf(seen, ['a'])).toEqual([]);
	});
});
