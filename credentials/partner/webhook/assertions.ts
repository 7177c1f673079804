import { referencesOf } from '../../recipe/compile-template';
import { recipeError } from '../../recipe/recipe-error';
import { readTemplate } from '../../recipe/template';
import type { WebhookRecipe } from './recipe';
import { alwaysIn, needsSecret, type FieldKinds } from './references';

/** Nothing tells where the signature stands. */
export function noSignature(hasPlaces: boolean): Error {
	return recipeError(
		hasPlaces ? 'read[0].looksLike has no {signature}' : 'read does not say where the signature is',
		'Write {signature} where the signature or the JWT stands, such as Bearer {signature}.',
	);
}

/**
 * What is the same for every notification is a name without its braces, or a value of the credential.
 *
 * @throws UserError naming the place
 */
export function assertVaries(
	template: string | undefined,
	place: string,
	fields: FieldKinds,
): void {
	if (!template) return;
	const names = referencesOf(readTemplate(template, place));
	if (names.some((name) => !Object.hasOwn(fields, name))) return;
	throw recipeError(
		`${place} is the same for every notification`,
		'Write the name in braces: {param:id} for a field of the body, {header:x-id} for a header.',
	);
}

/**
 * @param takesKey whether a key takes part besides the text
 * @throws UserError where the text proves nothing: everybody could write it, or it fits everything
 */
export function assertProvingText(
	{ alg, text = '' }: WebhookRecipe,
	takesKey: boolean,
	fields: FieldKinds,
): void {
	const nodes = readTemplate(text, 'text');
	if (text === '') {
		throw recipeError('text is missing', 'Add "text": what the partner signs, such as "{body}".');
	}
	if (alg === 'text' && !needsSecret(nodes, fields)) {
		throw recipeError(
			'text has no secret',
			'Everybody could write it. Compare with the secret that the partner sends: {secret}.',
		);
	}
	if (!takesKey && !needsSecret(nodes, fields)) {
		throw recipeError(
			'text has no secret, and the algorithm takes no key',
			'Everybody could compute it. Write {secret} where the partner puts the secret into the text.',
		);
	}
	if (alg !== 'text' && alwaysIn(nodes).every(({ name }) => Object.hasOwn(fields, name))) {
		throw recipeError(
			'text has nothing of the notification',
			'It would fit every notification. Write what the partner signs, such as {body}.',
		);
	}
}

/**
 * A public key may be a value that is no secret, as long as no sender can choose it.
 *
 * @throws UserError where everybody could sign with the key
 */
export function assertKeyTemplate(
	{ alg, jwt }: WebhookRecipe,
	key: string,
	fields: FieldKinds,
): void {
	const nodes = readTemplate(key, 'key');
	if (needsSecret(nodes, fields)) return;
	const names = referencesOf(nodes);
	const isShared = jwt?.algs.some((name) => name.startsWith('HS'));
	const isPublic = /^(rsa|ecdsa|ed25519|jwt)/.test(alg) && !(alg === 'jwt' && isShared);
	if (isPublic && names.length > 0 && names.every((name) => Object.hasOwn(fields, name))) return;
	throw recipeError(
		'key has no secret',
		'Everybody could sign with it. Write the name of the secret, or leave it out for {secret}.',
	);
}
