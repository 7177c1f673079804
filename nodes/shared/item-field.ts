import type { INodeExecutionData } from 'n8n-workflow';

/** Text around one field of the item, as the editor writes what is dragged into a parameter. */
const ONE_FIELD = /^=([^{}]*)\{\{\s*\$json((?:\.[A-Za-z_]\w*)+)\s*\}\}([^{}]*)$/;

/** Reads a parameter from an item; undefined where that has to be left to n8n. */
export type ItemField = (item: INodeExecutionData) => string | number | boolean | undefined;

/**
 * A parameter like `=/orders/{{ $json.id }}`, read without n8n, which makes everything that an
 * expression may name before it evaluates one: that takes most of the time of a small request.
 *
 * @returns undefined where the parameter is anything else
 */
export function itemField(parameter: unknown): ItemField | undefined {
	const found = typeof parameter === 'string' ? ONE_FIELD.exec(parameter) : null;
	if (!found) return undefined;
	const [, before, path, after] = found;
	const names = path.slice(1).split('.');
	return ({ json }) => {
		const value = names.reduce<unknown>(ownValue, json);
		const isSimple = ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
		if (!isSimple) return undefined;
		return before || after ? `${before}${String(value)}${after}` : (value as string);
	};
}

function ownValue(object: unknown, name: string): unknown {
	if (typeof object !== 'object' || object === null) return undefined;
	return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
