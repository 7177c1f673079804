import { UserError } from 'n8n-workflow';
import { parseUrl } from '../../../credentials/auth/destination';

/**
 * The address that the partner calls, which some sign: behind a proxy that is not what n8n sees.
 *
 * @param publicUrl as the user entered it; '' where n8n's own is right
 * @param ownUrl as n8n shows it in the editor
 * @param requestUrl path and query as they came in
 * @throws UserError where Public URL is none
 */
export function calledAddress(publicUrl: string, ownUrl: string, requestUrl: string): string {
	// No partner sends what follows the number sign, and a query behind it would not be one.
	const [base] = (publicUrl || ownUrl).split('#');
	if (!/^https?:$/.test(parseUrl(base)?.protocol ?? '')) {
		throw new UserError('Public URL is not an address', {
			description:
				'Enter the whole address that you gave the partner, such as https://hooks.example.com/orders, or leave it empty.',
		});
	}
	const at = requestUrl.indexOf('?');
	return at < 0 || base.includes('?') ? base : base + requestUrl.slice(at);
}
