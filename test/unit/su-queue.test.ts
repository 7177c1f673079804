import type { IDataObject } from 'n8n-workflow';
import {
	judgeQueue,
	markAcknowledged,
	REMEMBERED_PER_PROPERTY,
	type HandedOver,
} from '../../nodes/Su/trigger/queue';

const NOW = Date.parse('2026-01-31T12:00:00Z');
const ONE_MINUTE = 60_000;
const minutesAgo = (minutes: number) => NOW - minutes * ONE_MINUTE;
const reservation = (id: string, changes: IDataObject = {}): IDataObject => ({
	reservation_notif_id: id,
	status: 'new',
	...changes,
});
const pending = (id: string, minutes = 1): HandedOver => ({ id, at: minutesAgo(minutes) });
const done = (id: string, minutes = 1) => ({ ...pending(id, minutes), isAcknowledged: true });

describe('of a queue', () => {
	it.each<[string, string[], HandedOver[], object]>([
		['all is new at first', ['1', '2'], [], { fresh: ['1', '2'], waiting: [], gone: [] }],
		['nothing is to be done where it is empty', [], [], { fresh: [], waiting: [], gone: [] }],
		[
			'what was handed over is acknowledged',
			['1'],
			[pending('1')],
			{ fresh: [], waiting: ['1'], gone: [] },
		],
		[
			'what is new besides is emitted',
			['1', '2'],
			[pending('1')],
			{ fresh: ['2'], waiting: ['1'], gone: [] },
		],
		[
			'what comes again after it was acknowledged is acknowledged again',
			['1'],
			[done('1')],
			{ fresh: [], waiting: ['1'], gone: [] },
		],
		['what was acknowledged is left alone', [], [done('1')], { fresh: [], waiting: [], gone: [] }],
		[
			'what is not handed out twice is acknowledged all the same',
			[],
			[pending('1')],
			{ fresh: [], waiting: [], gone: ['1'] },
		],
		[
			'what has left it long ago is given up',
			[],
			[pending('1', 121)],
			{ fresh: [], waiting: [], gone: [] },
		],
		[
			'what is in it twice is emitted once',
			['1', '1'],
			[],
			{ fresh: ['1'], waiting: [], gone: [] },
		],
	])('%s', (_what, queue, known, expected) => {
		const { fresh, waiting, gone } = judgeQueue(
			queue.map((id) => reservation(id)),
			known,
			NOW,
		);
		const ids = fresh.map(({ reservation_notif_id }) => reservation_notif_id);
		expect({ fresh: ids, waiting, gone }).toEqual(expected);
	});

	it('two states of one reservation are both emitted', () => {
		const both = [reservation('1'), reservation('1', { status: 'cancelled' })];
		const { fresh, handedOver } = judgeQueue(both, [], NOW);
		expect(fresh).toEqual(both);
		expect(handedOver).toEqual([{ id: '1', at: NOW }]);
	});

	it.each<[string, string[], HandedOver[], string[]]>([
		['what is new', ['1'], [], ['1']],
		['nothing before the workflow had its time', ['1'], [pending('1', 9)], []],
		[
			'what the workflow did not acknowledge in time',
			['1', '2'],
			[pending('1', 10), pending('2', 3)],
			['1'],
		],
		['what was acknowledged and comes again', ['1'], [done('1', 30)], ['1']],
		['nothing that has left it', [], [pending('1', 30)], []],
	])('where the workflow acknowledges, it emits %s', (_what, queue, known, expected) => {
		const judged = judgeQueue(
			queue.map((id) => reservation(id)),
			known,
			NOW,
			10 * ONE_MINUTE,
		);
		expect(judged.fresh.map((each) => each.reservation_notif_id)).toEqual(expected);
		expect([judged.waiting, judged.gone]).toEqual([[], []]);
		for (const id of expected) expect(judged.handedOver).toContainEqual({ id, at: NOW });
	});
});

it.each([
	[42, '42'],
	['42', '42'],
])('an ID is the same one as number and as text: %j', (reservation_notif_id, id) => {
	const [known] = judgeQueue([reservation(id, { reservation_notif_id })], [], NOW).handedOver;
	expect(known.id).toBe(id);
	for (const again of [42, '42']) {
		const queue = [reservation(id, { reservation_notif_id: again })];
		expect(judgeQueue(queue, [known], NOW)).toMatchObject({ fresh: [], waiting: [id] });
	}
});

describe('what is remembered', () => {
	it('is what was emitted, and what of it was acknowledged', () => {
		const { handedOver } = judgeQueue([reservation('1'), reservation('2')], [done('0')], NOW);
		const now = { at: NOW };
		expect(handedOver).toEqual([done('0'), { id: '1', ...now }, { id: '2', ...now }]);
		expect(markAcknowledged(handedOver, ['2'])).toEqual([
			done('0'),
			{ id: '1', ...now },
			{ id: '2', ...now, isAcknowledged: true },
		]);
	});

	it('is the latest 200 of a property, and all that is in its queue', () => {
		const ids = Array.from({ length: 500 }, (_, at) => String(at));
		const all = judgeQueue(
			ids.map((id) => reservation(id)),
			[],
			NOW,
		).handedOver;
		expect(all).toHaveLength(500);
		const later = judgeQueue([reservation('0')], markAcknowledged(all, ids), NOW).handedOver;
		expect(later).toHaveLength(REMEMBERED_PER_PROPERTY + 1);
		expect(later.map(({ id }) => id)).toEqual([...ids.slice(-REMEMBERED_PER_PROPERTY), '0']);
		const long = later.map((each) => ({ ...each, id: '155411226779361384952' }));
		expect(JSON.stringify(long).length).toBeLessThan(20_000);
	});
});

describe('a reservation without an ID', () => {
	const odd = { status: 'new', customer: { cc_number: '4111111111111111' } };

	it('is emitted once, told by its content, and not acknowledged', () => {
		const first = judgeQueue([odd], [], NOW);
		expect(first.fresh).toEqual([odd]);
		const second = judgeQueue([odd, { ...odd, status: 'cancelled' }], first.handedOver, NOW);
		expect(second.fresh).toEqual([{ ...odd, status: 'cancelled' }]);
		expect([second.waiting, second.gone]).toEqual([[], []]);
	});

	it('is not told by its payment card', () => {
		const [first] = judgeQueue([odd], [], NOW).handedOver;
		const other = { ...odd, customer: { cc_number: '5555555555554444' } };
		expect(judgeQueue([other], [first], NOW).fresh).toEqual([]);
	});
});
