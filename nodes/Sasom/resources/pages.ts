import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { valueAt } from '../../../credentials/auth/json';
import { optionalId } from '../../shared/fields/text';
import type { Operation, Page, Parameters, RequestDescription } from '../../shared/provider';
import { optionsOf } from '../../shared/settings';

/** Where the next cursor usually stands; the first of these that the answer has is taken. */
const USUAL_CURSOR_FIELDS = ['next_cursor', 'nextCursor', 'cursor'].flatMap((name) =>
	['', 'data.', 'pagination.', 'meta.'].map((place) => place + name),
);

/** Instead of a cursor, where there is no next page. */
const NO_CURSOR = ['', '0', '-1'];

/** The options of a list that comes in pages. */
export const PAGE_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Cursor Field',
		name: 'cursorField',
		type: 'string',
		default: 'next_cursor',
		placeholder: 'e.g. data.next_cursor',
		description:
			'Field of the answer that holds the cursor of the next page; dots lead into nested fields. SASOM does not document its name. Leave empty to look for next_cursor, nextCursor and cursor at the top and in data, pagination and meta.',
	},
	{
		displayName: 'Start Cursor',
		name: 'cursor',
		type: 'string',
		default: '',
		description: 'Where to go on; leave empty for the first page',
	},
];

/** The request for the first page: `?cursor=` comes with later ones only ("Rate Limiting", 4). */
export function firstPage(path: string, parameters: Parameters): RequestDescription {
	const options = optionsOf(parameters);
	cursorFieldOf(options);
	const cursor = optionalId(options, 'cursor', 'Start Cursor');
	return { method: 'GET', path, query: cursor ? { cursor } : {} };
}

/** Lists that go on with `?cursor=` as long as the answer holds the cursor of a next page. */
export const pages: NonNullable<Operation['list']> = { next: nextPage };

function cursorFieldOf(options: IDataObject): string {
	return optionalId(options, 'cursorField', 'Cursor Field');
}

function nextPage({ body, items, request, parameters }: Page): RequestDescription | undefined {
	const cursor = nextCursor(body, cursorFieldOf(optionsOf(parameters)));
	if (cursor === undefined) return undefined;
	if (cursor === String(request.query?.cursor ?? '')) {
		// Nothing can be missing behind a page that is empty.
		if (items.length === 0) return undefined;
		throw new UserError('The next page would be this page again', {
			description:
				'The answer repeats the cursor that was sent. Look at the whole answer with the resource Request, and name the field with the cursor of the next page in Options, Cursor Field.',
		});
	}
	return { ...request, query: { ...request.query, cursor } };
}

/**
 * The cursor of the next page.
 *
 * @param field its name, with dots for nested fields; '' to look in the usual places
 * @returns undefined on the last page: no such field, or null, '', false, 0 or -1 in it
 * @throws UserError where a named field holds a list, an object or true
 */
export function nextCursor(body: unknown, field: string): string | undefined {
	const fields = field === '' ? USUAL_CURSOR_FIELDS : [field];
	const value = fields.map((name) => valueAt(body, name)).find((each) => each !== undefined);
	if (typeof value === 'number' || typeof value === 'string') {
		return NO_CURSOR.includes(String(value).trim()) ? undefined : String(value);
	}
	if (value === undefined || value === null || value === false || field === '') return undefined;
	throw new UserError('Cursor Field does not name a cursor', {
		description: `The field ${field} of the answer holds no text. Look at the whole answer with the resource Request, and name another field in Options, Cursor Field.`,
	});
}
