import type { INodeProperties } from 'n8n-workflow';
import { RECIPE_PROPERTY, schemeProperty, unprovenNotice } from '../../form/scheme-properties';
import { choiceProperty, FURTHER_VALUES, propertyOf } from '../../form/value-properties';
import { VALUES } from '../preset';
import { PRESETS } from '../presets';
import { ANSWER_PROPERTIES } from './answer-properties';
import { FURTHER_PROPERTIES } from './further-properties';
import { HANDSHAKE_PROPERTIES } from './handshake-properties';
import { PARAMETER_PROPERTIES } from './parameter-properties';
import { SIGNATURE_PROPERTIES } from './signature-properties';

/** The form of the credential: a preset asks for what its partner gives out, Custom for what its page explains. */
export const WEBHOOK_PROPERTIES: INodeProperties[] = [
	schemeProperty(PRESETS, 'How the partner signs its webhooks'),
	unprovenNotice(PRESETS, 'Look at the first notification before you rely on it.'),
	...VALUES.map((field) => propertyOf(field, ['custom', 'json'])),
	...PRESETS.flatMap(({ value, fields, choices = [] }) => [
		...fields.map((field) => propertyOf(field, [value])),
		...choices.map((choice) => choiceProperty(choice, value)),
	]),
	FURTHER_VALUES,
	RECIPE_PROPERTY,
	...SIGNATURE_PROPERTIES,
	...PARAMETER_PROPERTIES,
	...FURTHER_PROPERTIES,
	...HANDSHAKE_PROPERTIES,
	...ANSWER_PROPERTIES,
];
