import type { IDataObject } from 'n8n-workflow';
import { answerObject, noSuccess } from '../../shared/answer';
import type { Asked } from '../../shared/provider';
import { responseCode } from './failures';
import { sentReference } from './request';

/**
 * What an answer holds besides its code and message.
 *
 * @throws UserError where it holds no object
 */
export function contentOf(answer: unknown): IDataObject {
	const content = { ...answerObject(answer) };
	delete content.responseCode;
	delete content.responseMessage;
	return content;
}

/**
 * The item for a request with a reference of its own: what the answer holds, and that reference.
 *
 * @throws UserError where the answer is no JSON object, or does not say that it was successful: these
 * requests move money
 */
export function writtenItem(body: unknown, { request }: Asked): IDataObject[] {
	const answer = answerObject(body);
	if (!responseCode(answer)?.startsWith('2')) {
		throw noSuccess(
			answer,
			'Netzme answers with a responseCode that begins with 2 where it has done what was asked.',
		);
	}
	const partnerReferenceNo = sentReference(request);
	const { partnerReferenceNo: other, ...content } = contentOf(answer);
	return [
		{
			...content,
			partnerReferenceNo,
			...(typeof other === 'string' &&
				other !== partnerReferenceNo && { providerPartnerReferenceNo: other }),
		},
	];
}

/** Those fields of an item that are named, wherever it has them: in itself or in `additionalInfo`. */
export function picked(names: string[]): (item: IDataObject) => IDataObject {
	return (item) => {
		const { additionalInfo } = item;
		const all = { ...(isObject(additionalInfo) && additionalInfo), ...item };
		const entries = names.filter((name) => name in all).map((name) => [name, all[name]]);
		return entries.length > 0 ? Object.fromEntries(entries) : item;
	};
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
