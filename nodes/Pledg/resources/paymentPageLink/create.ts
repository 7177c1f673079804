import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { parseUrl } from '../../../../credentials/auth/destination';
import { purchaseSignature, signatureLifeInSeconds } from '../../../../credentials/pledg/signature';
import { requiredInteger } from '../../../shared/fields/number';
import { optionalId } from '../../../shared/fields/text';
import type { LocalOperation, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { merchantSecret } from '../../account';
import { optionalSettings, REDIRECTS, REQUIRED_SETTINGS } from '../../purchase-form';
import { purchaseReference, purchaseSettings } from '../../purchase-settings';
import { webAddress } from '../../text-settings';

/** Pledg, "Environments": the frontend hosts. */
const FRONT_ORIGINS: Record<string, string> = {
	staging: 'https://staging.front.ecard.pledg.co',
	production: 'https://front.ecard.pledg.co',
};
const ONE_SECOND_IN_MS = 1000;
/** Also keeps the end of the life within what a date can hold. */
const LONGEST_LIFE_IN_SECONDS = 10 * 366 * 24 * 3600;

const FRONT_URL: INodeProperties = {
	displayName: 'Payment Page URL',
	name: 'frontUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://front.example.com',
	hint: 'Only for a credential with a Custom URL: staging and production have known payment pages',
};

const LINK_LIFE: INodeProperties = {
	displayName: 'Link Lifetime (Seconds)',
	name: 'linkLifetime',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 86400,
	description:
		'How long the link can be opened, in place of the Signature Lifetime of the credential',
};

/** The page for the customer's browser, GET {front}/purchase?signature=...: made, not called. */
export const createPaymentPageLink: LocalOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a payment page link',
	description:
		'Make and sign the link to the payment page, to redirect a customer to; nothing is sent to Pledg',
	properties: [
		...REQUIRED_SETTINGS,
		...REDIRECTS.map((property) => ({ ...property, required: true })),
		FRONT_URL,
		...optionalSettings(),
	],
	options: [LINK_LIFE],
	result: (parameters, account, timezone) => {
		const secret = merchantSecret(account);
		const data = purchaseSettings(parameters, account, {
			timezone,
			own: {
				redirectUrl: webAddress(parameters, 'redirectUrl', 'Redirect URL'),
				cancelUrl: webAddress(parameters, 'cancelUrl', 'Cancel URL'),
			},
		});
		assertCurrency(data);
		const lifeInSeconds = linkLife(parameters, account);
		const now = Date.now();
		const url = new URL(pagePath(data), frontOrigin(parameters, account));
		url.searchParams.set('signature', purchaseSignature({ data }, secret, lifeInSeconds, now));
		const expires = (Math.floor(now / ONE_SECOND_IN_MS) + lifeInSeconds) * ONE_SECOND_IN_MS;
		return [
			{
				reference: purchaseReference(parameters),
				url: url.href,
				expires_at: new Date(expires).toISOString(),
			},
		];
	},
};

/** Pledg, "By redirection": a company has a page of its own, with all its payment solutions. */
function pagePath({ companyUid }: IDataObject): string {
	return companyUid === undefined ? '/purchase' : '/payment_solutions';
}

/** Pledg, "By redirection", "Required settings". */
function assertCurrency({ companyUid, currency }: IDataObject): void {
	if (companyUid === undefined || currency) return;
	throw new UserError('Currency is empty', {
		description: 'Pledg needs it where a Company UID is given. Add it to Purchase Fields.',
	});
}

function linkLife({ options }: Parameters, { signatureLifetime }: IDataObject): number {
	const { linkLifetime } = optionsOf({ options });
	const life =
		linkLifetime === undefined
			? signatureLifeInSeconds(signatureLifetime)
			: requiredInteger({ linkLifetime }, 'linkLifetime', 'Link Lifetime (Seconds)', 1);
	return Math.min(life, LONGEST_LIFE_IN_SECONDS);
}

function frontOrigin(parameters: Parameters, { environment }: IDataObject): string {
	const known = FRONT_ORIGINS[String(environment)];
	if (known !== undefined) return known;
	const typed = optionalId(parameters, 'frontUrl', 'Payment Page URL');
	if (typed === '') {
		throw new UserError('Payment Page URL is empty', {
			description:
				'The credential has a Custom URL, so the host of its payment page is not known. Enter it in the node.',
		});
	}
	const url = parseUrl(typed);
	if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url.origin;
	throw new UserError('Payment Page URL must be https:// and a host only', {
		description: 'Enter an address such as https://front.example.com in the node.',
	});
}
