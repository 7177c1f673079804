import type { FieldKind, Recipe } from '../../credentials/recipe/recipe';
import published from './request-signing.json';

/** An example that a partner publishes, with the recipe that reproduces it. */
export interface Example {
	id: string;
	inputs: {
		request: { method: string; url: string; headers?: Record<string, string>; body?: string };
		values: Record<string, string>;
		epochMs: number;
		nonce?: string;
	};
	canonicalString: string;
	expected: {
		signature: string;
		header?: { name: string; value: string };
		urlEndsWith?: string;
	};
	recipe: Recipe;
}

/** Names of values that are keys, or stand in what is digested; all others may be sent. */
const SECRETS = ['secret', 'privateKey', 'cs', 'ts'];

export const EXAMPLES = published as unknown as Example[];

/** What the credential of an example knows of each of its values; the token is none of them. */
export function fieldsOf(values: Record<string, string>): Record<string, FieldKind> {
	const names = Object.keys(values).filter((name) => name !== 'token');
	return Object.fromEntries(
		names.map((name) => [name, SECRETS.includes(name) ? 'secret' : 'open']),
	);
}

export function secretsOf(values: Record<string, string>): string[] {
	return SECRETS.flatMap((name) => values[name] ?? []);
}
