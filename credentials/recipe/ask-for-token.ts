import { assertDestination, parseUrl } from '../auth/destination';
import type { CompiledTokenRequest } from './compile-token';
import { evaluate, type SignedRequest } from './evaluate';
import { recipeError, within } from './recipe-error';
import { sceneOf, type Inputs } from './scene';
import type { Tracer } from './trace';

/**
 * A request for a token as it leaves. Pure: time and chance are inputs.
 *
 * @param origin the only one that it may go to
 * @param address what the user has entered in place of the path of the recipe
 * @param trace hears of every step and addition, for a preview
 * @throws UserError naming the place in the recipe where a value does not fit it, or where no address is known
 */
export function askForToken(
	{ place, method, path, contentType, parts }: CompiledTokenRequest,
	origin: string,
	address: URL | undefined,
	inputs: Inputs,
	trace?: Tracer,
): SignedRequest {
	return within(place, () => {
		const empty = { method, body: '', contentType, headers: {} };
		const scene = sceneOf({ ...empty, url: new URL(origin) }, inputs, 0);
		const url = address ?? (path && parseUrl(origin + path.evaluate(scene).toString()));
		if (!url) {
			throw recipeError(
				'path is missing',
				'Write where a token is asked for, such as "/oauth/token", or fill in Token URL.',
			);
		}
		assertDestination(url, origin);
		return evaluate(parts, { ...empty, url }, inputs, trace);
	});
}
