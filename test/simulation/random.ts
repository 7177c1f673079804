/** Chance that a seed decides (the generator is mulberry32). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 up to, and without, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	between(from: number, to: number): number {
		return from + (to - from) * this.next();
	}

	whole(from: number, to: number): number {
		return Math.floor(this.between(from, to + 1));
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	of<T>(choices: readonly T[]): T {
		return choices[Math.floor(this.next() * choices.length)];
	}

	/** A time between two events that come by chance, with this mean. */
	gap(mean: number): number {
		return -Math.log(1 - this.next()) * mean;
	}

	/** A generator of its own, so that what one part draws does not shift the draws of another. */
	fork(): Random {
		return new Random(Math.floor(this.next() * 2 ** 32));
	}
}
