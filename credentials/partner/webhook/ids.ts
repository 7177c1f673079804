import { createHash } from 'node:crypto';
import type { Scene } from '../../recipe/scene';
import type { CompiledWebhook } from './compile';
import type { Signed } from './cover';

/**
 * What tells a repeat: the partner's ID; where that is not signed, the text that is, too, because a
 * sender could change the ID to pass a repeat for new. Not the signature: of one text there may be
 * several, by another key, or by ECDSA, where everybody can make a second one of the first.
 *
 * @param signed the text
 * @param covers what it proves: what it does not makes another notification of it
 */
export function idsOf(
	{ id, isIdSafe }: CompiledWebhook,
	scene: Scene,
	signed: string | Buffer,
	covers: Signed,
): string[] {
	const own = id?.evaluate(scene).toString() ?? '';
	const ids = own === '' ? [] : [`id ${own}`];
	if (ids.length > 0 && isIdSafe) return ids;
	const text = digest(signed);
	return [...ids, covers === 'all' ? `signed ${text}` : `signed ${text} ${digest(scene.body)}`];
}

function digest(text: string | Buffer): string {
	return createHash('sha256').update(text).digest('base64url');
}
