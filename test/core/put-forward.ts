interface Clock {
	by(ms: number): void;
	/** Goes on, a tenth of a second at a time, until a piece of work is done that waits for it. */
	until<T>(work: Promise<T>): Promise<T>;
}

/** Puts the clocks of this machine forward, as often as it is called; `jest.restoreAllMocks` undoes it. */
export function putForward(): Clock {
	let ahead = 0;
	for (const clock of [Date, performance]) {
		const { now } = clock;
		jest.spyOn(clock, 'now').mockImplementation(() => now.call(clock) + ahead);
	}
	const by = (ms: number) => {
		ahead += ms;
	};
	return {
		by,
		until: async (work) => {
			let isDone = false;
			const done = () => {
				isDone = true;
			};
			work.then(done, done);
			await until(() => {
				by(100);
				return isDone;
			});
			return await work;
		},
	};
}

/** Waits until something has happened; where it does not, the test runs out of time. */
export async function until(hasHappened: () => boolean): Promise<void> {
	while (!hasHappened()) await new Promise((resolve) => setTimeout(resolve, 5));
}
