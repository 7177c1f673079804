import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { rememberSecrets } from '../auth/redact';
import { compileRecipe, type CompiledRecipe } from '../recipe/compile';
import { newNonce } from '../recipe/nonce';
import { signRequest } from '../recipe/sign-request';
import { Youngest } from '../recipe/youngest';
import { settingsOf, type Settings } from './settings';

const RECIPES_KEPT = 50;

/** The address of a connection test that sends nothing: n8n's helper finds the answer in it. */
const NOWHERE = 'data:,';
/** Has all that a recipe may ask for. */
const SAMPLE: IHttpRequestOptions = { url: '/', method: 'POST', body: '{}', json: true };

/** n8n hands over a new credential object for each request. */
const compiledRecipes = new Youngest<CompiledRecipe>(RECIPES_KEPT);

/**
 * The `authenticate` hook: signs the request as the form of the credential says.
 *
 * @throws UserError naming the field that is wrong, or where the body cannot be signed or the request
 * leads to another host
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	if (options.url === NOWHERE) return await dryRun(credentials);
	const settings = settingsOf(credentials);
	rememberSecrets(credentials, [], ...settings.hidden);
	return withLabels(settings.labels, () => {
		const recipe = compiled(settings);
		return signRequest(recipe, options, settings.origin, {
			values: settings.values,
			nowInMs: Date.now(),
			nonce: newNonce(recipe.nonce),
		});
	});
}

/** Checks the form by signing an example, which is thrown away. */
async function dryRun(credentials: ICredentialDataDecryptedObject): Promise<IHttpRequestOptions> {
	await authenticate(credentials, SAMPLE);
	return { url: NOWHERE };
}

function compiled({ id, recipe, fields }: Settings): CompiledRecipe {
	return compiledRecipes.get(id) ?? compiledRecipes.set(id, compileRecipe(recipe(), fields));
}

function withLabels<T>(labelsOf: Settings['labels'], action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw labelled(error, labelsOf);
	}
}

/** An error that begins with a place in the recipe begins with the label of the field in its stead. */
function labelled(error: unknown, labelsOf: Settings['labels']): unknown {
	if (!(error instanceof UserError)) return error;
	const labels = labelsOf();
	const place = Object.keys(labels)
		.filter((each) => error.message.startsWith(each))
		.sort((a, b) => b.length - a.length)[0];
	if (place === undefined) return error;
	const message = labels[place] + error.message.slice(place.length);
	return Object.assign(error, { message });
}
