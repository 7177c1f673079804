import type { INodeProperties } from 'n8n-workflow';
import { RECIPE, SCHEME } from '../labels';
import type { Proof } from '../preset';

interface Listed {
	name: string;
	value: string;
	proof: Proof;
}

/** The choice between Custom, Recipe (JSON) and the presets. */
export function schemeProperty(presets: Listed[], description: string): INodeProperties {
	return {
		displayName: SCHEME.label,
		name: SCHEME.name,
		type: 'options',
		options: [
			{
				name: 'Custom',
				value: 'custom',
				description: "Fill in what the partner's page says, field by field",
			},
			{
				name: 'Recipe (JSON)',
				value: 'json',
				description: 'Paste a recipe that somebody else has written',
			},
			...presets.map(({ name, value }) => ({ name, value })),
		],
		default: 'custom',
		description,
	};
}

/** For presets that no published example proves. */
export function unprovenNotice(presets: Listed[], advice: string): INodeProperties {
	const unproven = presets.filter(({ proof }) => proof === 'documentation');
	return {
		displayName: `By the documentation only: the partner publishes no example that proves this preset. ${advice}`,
		name: 'unproven',
		type: 'notice',
		default: '',
		displayOptions: { show: { scheme: unproven.map(({ value }) => value) } },
	};
}

/** For the scheme Recipe (JSON). */
export const RECIPE_PROPERTY: INodeProperties = {
	displayName: RECIPE.label,
	name: RECIPE.name,
	type: 'json',
	typeOptions: { rows: 12 },
	default: '',
	required: true,
	displayOptions: { show: { scheme: ['json'] } },
};
