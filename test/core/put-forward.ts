/** Puts the clock of this machine forward, as often as it is called; `jest.restoreAllMocks` undoes it. */
export function putForward(): { by: (ms: number) => void } {
	const { now } = Date;
	let ahead = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + ahead);
	return { by: (ms) => (ahead += ms) };
}
