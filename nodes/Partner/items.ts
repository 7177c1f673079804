import type { IDataObject } from 'n8n-workflow';
import { valueAt } from '../../credentials/auth/json';
import { asItems } from '../shared/answer';
import { optionalId } from '../shared/fields/text';

/** Where the items stand in an answer; '' where it is the answer itself. */
export function itemsPathOf(options: IDataObject): string {
	return optionalId(options, 'itemsPath', 'Items Path');
}

/** What stands at a path as output items. An answer without it has none: some leave an empty list out. */
export function itemsAt(body: unknown, path: string): IDataObject[] {
	const found = path === '' ? body : valueAt(body, path);
	return found === undefined || found === null || found === '' ? [] : asItems(found);
}
