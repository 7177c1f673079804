import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { baseUrlOrigin } from '../../auth/destination';
import { serialise, type RequestOptions } from '../../auth/outgoing-request';
import { newNonce } from '../../recipe/nonce';
import { readRecipe, type ReadRecipe } from '../../recipe/read-recipe';
import type { FieldKind } from '../../recipe/recipe';
import type { Inputs, Unsigned } from '../../recipe/scene';
import { withLabels } from '../labelled';
import { settingsOf, type Settings } from '../settings';

/** A request that is signed to be looked at, and never sent. */
export interface Draft {
	/** As the node would hand it over. */
	options: RequestOptions;
	/** Where it is for another host than that of the credential: an example, for instance. */
	origin?: string;
	/** Path, body and time as somebody typed them. */
	typed: { path: string; body?: string; time?: string };
	/** What each request has anew, fixed. Epoch milliseconds. */
	nowInMs?: number;
	nonce?: string;
	token?: string;
	/** Whether a word stands in the place of a token that was not given, to show where it goes. */
	showsToken?: boolean;
}

/** All that a signature depends on, as data: a check changes one thing and tries again. */
export interface Trial {
	recipe: ReadRecipe;
	fields: Record<string, FieldKind>;
	request: Unsigned;
	inputs: Inputs;
}

/** In the place of a token. */
export const NO_TOKEN = 'TOKEN';

/** @throws UserError naming the field of the credential, or the place in the recipe, that is wrong */
export function trialOf(
	credentials: ICredentialDataDecryptedObject,
	draft: Draft,
): Trial & { settings: Settings } {
	const origin = draft.origin ?? baseUrlOrigin(credentials);
	const settings = settingsOf(credentials);
	const recipe = withLabels(settings.labels, () => readRecipe(settings.recipe()));
	const { options, nowInMs = Date.now(), nonce = newNonce(recipe.nonce) } = draft;
	const token = draft.token || (draft.showsToken ? NO_TOKEN : '');
	const request = { ...serialise(options, origin), headers: options.headers };
	const inputs = { values: settings.values, nowInMs, nonce, token };
	return { recipe, fields: settings.fields, request, inputs, settings };
}
