import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { VirtualClock } from './clock';
import type { Random } from './random';

type Row = ICredentialDataDecryptedObject;

/**
 * The row of a credential in n8n's database, as n8n uses it: a write reads the row, merges what the
 * hook returned, and writes all of it, without a lock, so that one write can undo another.
 */
export class Database {
	writes = 0;

	/** Every access token that was stored once. */
	readonly stored = new Set<unknown>();

	private row: Row;

	constructor(
		row: Row,
		private readonly clock: VirtualClock,
		private readonly random: Random,
		private readonly slowestInMs: number,
	) {
		this.row = row;
	}

	async read(): Promise<Row> {
		await this.clock.sleep(this.random.between(0, this.slowestInMs / 10));
		return { ...this.row };
	}

	async write(patch: Row): Promise<void> {
		this.writes += 1;
		const read = { ...this.row };
		await this.clock.sleep(this.random.between(0, this.slowestInMs));
		this.row = { ...read, ...patch };
		this.stored.add(patch.accessToken);
	}
}
