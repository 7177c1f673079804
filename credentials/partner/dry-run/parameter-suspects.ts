import type { ParameterSettings } from '../../recipe/recipe';
import { nameOf, TIME_FORMATS } from '../form/lists';
import { inTexts, withRecipe, type Suspect } from './suspect';
import type { Trial } from './trial';

const SORTED: ParameterSettings = { from: ['query'], order: 'name', encoding: 'rfc3986' };

/** Seconds or milliseconds. */
export function timeSuspects(): Suspect[] {
	const choices = [
		['s', 'seconds'],
		['ms', 'milliseconds'],
	] as const;
	return choices.flatMap(([format, unit]): Suspect[] => [
		{
			kind: 'time',
			advice: `The time is in ${unit}: set Time Format to ${nameOf(TIME_FORMATS, format)}`,
			change: (trial) => {
				const { time } = trial.recipe;
				return (time?.format ?? 'ms') === format
					? undefined
					: withRecipe(trial, { time: { ...time, format } });
			},
		},
		{
			kind: 'time',
			advice: `The time is in ${unit}: write {${format}} in place of {${format === 's' ? 'ms' : 's'}}`,
			change: (trial) => replacedEverywhere(trial, format === 's' ? 'ms' : 's', format),
		},
	]);
}

/** In what is signed, and in what is sent. */
function replacedEverywhere(trial: Trial, from: string, to: string): Trial | undefined {
	const pattern = new RegExp(`\\{${from}(?=[+|}-])`, 'g');
	const signed = inTexts(pattern, `{${to}`)(trial);
	const add = trial.recipe.add.map((each) => ({
		...each,
		value: each.value?.replace(pattern, `{${to}`),
	}));
	const isSent = trial.recipe.add.some(({ value = '' }) => value.search(pattern) >= 0);
	return signed || isSent ? withRecipe(signed ?? trial, { add }) : undefined;
}

/** Sorted or not, escaped or not. */
export function parameterSuspects(): Suspect[] {
	const orders = [
		['name', 'The parameters are sorted by name: set Order to By Name'],
		['asis', 'The parameters are signed in the order of the request: set Order to As They Are'],
	] as const;
	const encodings = [
		['raw', 'The parameters are signed as they are, not escaped: set Encoding to None'],
		['rfc3986', 'The parameters are escaped before they are signed: set Encoding to RFC 3986'],
	] as const;
	const bySorted = (from: string, to: string): Suspect => ({
		kind: 'parameters',
		advice: `The query is sorted by name before it is signed: write ${to} in place of ${from}, with the parameters of the query, escaped as in RFC 3986`,
		change: (trial) => {
			const isFree = !JSON.stringify(trial.recipe.steps).includes('{params');
			const changed = isFree && inTexts(new RegExp(from.replace(/[{}]/g, '\\$&'), 'g'), to)(trial);
			return changed ? withRecipe(changed, { params: SORTED }) : undefined;
		},
	});
	return [
		...orders.map(
			([order, advice]): Suspect => ({
				kind: 'order',
				advice,
				change: (trial) => {
					const { params } = trial.recipe;
					return (params?.order ?? 'name') === order
						? undefined
						: withRecipe(trial, { params: { ...params, order } });
				},
			}),
		),
		...encodings.map(
			([encoding, advice]): Suspect => ({
				kind: 'encoding',
				advice,
				change: (trial) => {
					const { params } = trial.recipe;
					return (params?.encoding ?? 'raw') === encoding
						? undefined
						: withRecipe(trial, { params: { ...params, encoding } });
				},
			}),
		),
		bySorted('{query}', '{params}'),
		bySorted('{pathAndQuery}', '{path}{?query}?{params}{/query}'),
	];
}
