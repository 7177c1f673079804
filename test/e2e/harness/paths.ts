import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout. */
export const ROOT = join(__dirname, '..', '..', '..');

/** Everything that is made on the way and not kept in git. */
export const CACHE = join(ROOT, '.cache');

/** Where n8n is installed; see `scripts/install.mjs` for PARTNER_APIS_N8N_DIR. */
export function n8nDirectory(): string {
	const prepared = process.env.PARTNER_APIS_N8N_DIR;
	return prepared ? resolve(prepared) : join(ROOT, 'test', 'e2e');
}

/** The Node that n8n needs and its entry file. Throws when n8n has not been installed. */
export function n8nCommand(): { node: string; n8n: string } {
	const modules = join(n8nDirectory(), 'node_modules');
	const node = join(modules, '.bin', 'node');
	const n8n = join(modules, 'n8n', 'bin', 'n8n');
	if (existsSync(node) && existsSync(n8n)) return { node, n8n };
	throw new Error(
		`There is no n8n with its own Node in ${n8nDirectory()}: run "node scripts/install.mjs".`,
	);
}
