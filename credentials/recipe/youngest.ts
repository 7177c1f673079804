/** A cache that forgets what was not asked for longest. */
export class Youngest<T> {
	private readonly known = new Map<string, T>();

	constructor(private readonly size: number) {}

	get(id: string): T | undefined {
		const value = this.known.get(id);
		if (value === undefined) return undefined;
		this.known.delete(id);
		this.known.set(id, value);
		return value;
	}

	set(id: string, value: T): T {
		this.known.set(id, value);
		if (this.known.size > this.size) this.known.delete([...this.known.keys()][0]);
		return value;
	}
}
