/** Many steps at one moment of virtual time: something goes on without progress. */
const STEPS_AT_ONCE_AT_MOST = 200_000;

interface Timer {
	at: number;
	order: number;
	wake: () => void;
}

/** Virtual time: it stands still while anything is at work, and then jumps to the next timer. */
export class VirtualClock {
	private time: number;

	private readonly timers: Timer[] = [];

	private order = 0;

	private steps = 0;

	constructor(startAt = Date.parse('2026-01-01T00:00:00.000Z')) {
		this.time = startAt;
	}

	/** Epoch milliseconds. */
	now(): number {
		this.steps += 1;
		if (this.steps > STEPS_AT_ONCE_AT_MOST) throw new Error('Virtual time stands still');
		return this.time;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((wake) => this.at(this.time + Math.max(0, ms), wake));
	}

	at(time: number, wake: () => void): void {
		this.order += 1;
		this.push({ at: Math.max(time, this.time), order: this.order, wake });
	}

	/** Lets everything happen that is due until then, in order. */
	async runUntil(end: number): Promise<void> {
		await everythingWaits();
		for (let next = this.timers[0]; next && next.at <= end; next = this.timers[0]) {
			this.time = next.at;
			this.steps = 0;
			while (this.timers[0]?.at === this.time) this.pop().wake();
			await everythingWaits();
		}
		this.time = Math.max(this.time, end);
	}

	private push(timer: Timer): void {
		const { timers } = this;
		let at = timers.push(timer) - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!isBefore(timer, timers[parent])) break;
			timers[at] = timers[parent];
			at = parent;
		}
		timers[at] = timer;
	}

	private pop(): Timer {
		const { timers } = this;
		const first = timers[0];
		const last = timers.pop() as Timer;
		if (timers.length === 0) return first;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= timers.length) break;
			if (child + 1 < timers.length && isBefore(timers[child + 1], timers[child])) child += 1;
			if (!isBefore(timers[child], last)) break;
			timers[at] = timers[child];
			at = child;
		}
		timers[at] = last;
		return first;
	}
}

/** Until all that is at work has come to its next wait. */
async function everythingWaits(): Promise<void> {
	await new Promise<void>((resolve) => setImmediate(resolve));
}

function isBefore(a: Timer, b: Timer): boolean {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}
