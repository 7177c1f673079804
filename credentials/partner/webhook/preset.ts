import type { PresetChoice, PresetField, Proof } from '../preset';
import type { WebhookRecipe } from './recipe';

/** How one partner signs its webhooks. Data only: a file each in `presets/`. */
export interface WebhookPreset {
	value: string;
	name: string;
	/**
	 * What the user has from the partner, under the partner's names. `secret` is the key of the
	 * signature: a secret, or the partner's public key.
	 */
	fields: PresetField[];
	choices?: PresetChoice[];
	recipe: WebhookRecipe;
	proof: Proof;
}

/** The values that Custom and Recipe (JSON) have besides the further ones. */
export const VALUES: PresetField[] = [
	{
		name: 'secret',
		label: 'Secret or Public Key',
		kind: 'secret',
		isLong: true,
		hint: 'A secret that both sides have, or the public key of the partner: PEM, certificate, or the text of a JWKS file. While a secret is changed: both, one per line.',
	},
];
