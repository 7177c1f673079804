import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField, requiredField } from '../../auth/credential-fields';
import { redactJson } from '../../auth/redact';
import { textOf, trimmed } from '../../auth/text';
import { chosenIn } from '../choices';
import { withLabels } from '../labelled';
import { RECIPE, SCHEME } from '../labels';
import { valuesOf, type Values } from '../values';
import { Youngest } from '../../recipe/youngest';
import { compileWebhook, SECRET as SECRET_NAME, type CompiledWebhook } from './compile';
import { CUSTOM_PLACES, customWebhook, KEY_PLACE } from './custom';
import { SECRET } from './labels';
import { VALUES } from './preset';
import { PRESETS } from './presets';
import { parseWebhook, readWebhook } from './read-webhook';
import type { WebhookRecipe } from './recipe';
import { secretsOf } from './secrets';
import type { WebhookKeys } from './verify';

/** A credential that is ready to verify. */
export interface WebhookCredential {
	webhook: CompiledWebhook;
	keys: WebhookKeys;
	/** Without the secrets: some partners send them, and an execution is seen by more people. */
	redact(value: unknown): unknown;
}

/** What a credential says, whichever way its form was filled in. */
export interface WebhookScheme extends Values {
	/** The same for credentials that have the same recipe. */
	id: string;
	recipe(): WebhookRecipe;
	/** Where an error names a place of the recipe, the field of the form behind it. */
	places: Record<string, string>;
	secretLabel: string;
}

const SCHEMES = ['custom', 'json', ...PRESETS.map(({ value }) => value)];
const RECIPES_KEPT = 50;

const compiledWebhooks = new Youngest<CompiledWebhook>(RECIPES_KEPT);

/**
 * Reads the form and compiles its recipe.
 *
 * @throws UserError naming the field that is empty or cannot be read
 */
export function webhookCredential(credentials: ICredentialDataDecryptedObject): WebhookCredential {
	const { id, recipe, fields, values, places, secretLabel } = schemeOf(credentials);
	const labels = () => ({ key: secretLabel, ...places });
	const secrets = secretsOf(values[SECRET_NAME] ?? '', secretLabel);
	const webhook = withLabels(labels, () => {
		const known = compiledWebhooks.get(id);
		const compiled = known ?? compiledWebhooks.set(id, compileWebhook(recipe(), fields));
		compiled.assertSecrets(secrets);
		return compiled;
	});
	const hidden = secretsIn({ fields, values }, secrets);
	const redact = (value: unknown) => redactJson(value, hidden);
	return { webhook, keys: { values, secrets }, redact };
}

function secretsIn(
	{ fields, values }: Pick<Values, 'fields' | 'values'>,
	secrets: string[],
): string[] {
	const named = Object.keys(fields).filter((name) => fields[name] === 'secret');
	return [...secrets, ...named.map((name) => values[name])];
}

/**
 * Reads the form, and nothing of the recipe.
 *
 * @throws UserError naming the field that is empty or cannot be read
 */
export function schemeOf(credentials: ICredentialDataDecryptedObject): WebhookScheme {
	const scheme = choiceField(credentials, SCHEME, SCHEMES);
	const preset = PRESETS.find(({ value }) => value === scheme);
	if (preset) {
		const chosen = chosenIn(credentials, preset);
		const secret = preset.fields.find(({ name }) => name === SECRET_NAME);
		return {
			id: JSON.stringify([preset.value, chosen.values]),
			recipe: () => readWebhook(chosen.recipe()),
			places: {},
			secretLabel: secret?.label ?? SECRET.label,
			...valuesOf(credentials, preset.fields, chosen.values, false),
		};
	}
	const values = valuesOf(credentials, VALUES, {}, true);
	const names = JSON.stringify(values.fields);
	if (scheme === 'custom') {
		const recipe = customWebhook(credentials);
		return {
			id: names + JSON.stringify(recipe),
			recipe: () => readWebhook(recipe),
			places: recipe.key === undefined ? CUSTOM_PLACES : { ...CUSTOM_PLACES, ...KEY_PLACE },
			secretLabel: SECRET.label,
			...values,
		};
	}
	const json = credentials[RECIPE.name];
	const text = typeof json === 'object' ? JSON.stringify(json) : textOf(json, RECIPE.label);
	if (trimmed(text) === '') requiredField({}, RECIPE);
	return {
		id: names + text,
		recipe: () => parseWebhook(text),
		places: {},
		secretLabel: SECRET.label,
		...values,
	};
}
