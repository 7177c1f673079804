import type { INodeProperties } from 'n8n-workflow';
import { VALUES, type Preset, type PresetChoice, type PresetField } from '../preset';
import { PRESETS } from '../presets';

const CUSTOM = ['custom', 'json'];

/** The fields of a partner's values: those of each preset under the partner's names, else general ones. */
export function valueProperties(): INodeProperties[] {
	return [
		...VALUES.map((field) => propertyOf(field, CUSTOM)),
		...PRESETS.flatMap(({ value, fields, choices = [] }) => [
			...fields.map((field) => propertyOf(field, [value])),
			...choices.map((choice) => choiceProperty(choice, value)),
		]),
		FURTHER_VALUES,
	];
}

/** The base URL: optional where the partner has one host for all. */
export function baseUrlProperties(): INodeProperties[] {
	const known = PRESETS.filter(({ baseUrl }) => baseUrl !== '');
	const base = {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string' as const,
		typeOptions: { ignoreCredentialExpressionResolveError: true },
		default: '',
	};
	return [
		{
			...base,
			required: true,
			placeholder: 'e.g. https://api.example.com',
			hint: 'Scheme and host. The credential is used with this address only.',
			displayOptions: { hide: { scheme: known.map(({ value }) => value) } },
		},
		...known.map((preset) => ({ ...base, ...ofPreset(preset) })),
	];
}

function ofPreset({ value, baseUrl }: Preset): Pick<INodeProperties, 'hint' | 'displayOptions'> {
	return {
		hint: `Leave empty to use ${baseUrl}`,
		displayOptions: { show: { scheme: [value] } },
	};
}

/** A field of a preset, or one that every scheme of these has. */
export function propertyOf(field: PresetField, schemes: string[]): INodeProperties {
	const { name, label, kind, isMasked, isOptional, isLong, hint, shownFor } = field;
	const isHidden = kind === 'secret' || isMasked === true;
	return {
		displayName: label,
		name,
		type: 'string',
		typeOptions: {
			...(isHidden && { password: true }),
			...(isLong && { rows: 4 }),
			ignoreCredentialExpressionResolveError: true,
		},
		default: '',
		...(!isOptional && { required: true }),
		...(hint !== undefined && { hint }),
		displayOptions: {
			show: { scheme: schemes, ...(shownFor && { [shownFor.choice]: [shownFor.value] }) },
		},
	};
}

/** A choice of a preset. */
export function choiceProperty(
	{ name, label, hint, options }: PresetChoice,
	scheme: string,
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'options',
		options: options.map(({ value, name: title }) => ({ name: title, value })),
		default: options[0].value,
		...(hint !== undefined && { hint }),
		displayOptions: { show: { scheme: [scheme] } },
	};
}

/** Of Custom and Recipe (JSON). */
export const FURTHER_VALUES: INodeProperties = {
	displayName: 'Further Values',
	name: 'values',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Value',
	default: {},
	hint: 'Whatever else the partner gave you: write {name} where it belongs',
	displayOptions: { show: { scheme: CUSTOM } },
	options: [
		{
			displayName: 'Value',
			name: 'entry',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. passphrase',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					typeOptions: { password: true },
					default: '',
				},
				{
					displayName: 'May Be Sent',
					name: 'mayBeSent',
					type: 'boolean',
					default: false,
					description:
						'Whether the value itself may travel in a request. Leave off for a secret that only signs.',
				},
			],
		},
	],
};
