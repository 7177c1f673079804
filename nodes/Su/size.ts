import { UserError, type IDataObject } from 'n8n-workflow';

const ONE_KB = 1024;
/** Document, "Rates and Availability", "Request Size Recommendation". */
const LARGEST_BODY_IN_KB = 512;

/**
 * Refuses a push that is larger than Su recommends.
 *
 * @throws UserError with its size
 */
export function assertNotTooLarge(body: IDataObject): void {
	const kilobytes = Buffer.byteLength(JSON.stringify(body)) / ONE_KB;
	if (kilobytes <= LARGEST_BODY_IN_KB) return;
	throw new UserError(
		`The push has ${Math.ceil(kilobytes)} KB; Su recommends ${LARGEST_BODY_IN_KB} KB at most`,
		{
			description:
				'Split it: send fewer rooms in one item, or join equal days into one range. Nothing was sent.',
		},
	);
}
