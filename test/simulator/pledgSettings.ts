import { isDay, isText, isWhole } from './call';
import { checkJwt, isObject } from './digest';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const REQUIRED_TEXTS = ['email', 'firstName', 'lastName', 'reference', 'title'];

const matches =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === 'string' && pattern.test(value);

const isPhone = matches(/^\+[1-9]\d{1,14}$/);
const isCountry = matches(/^[A-Z]{2}$/);
const isUrl = matches(/^https?:\/\/[^/\s]+/);
const isAddress: Check = (value) =>
	isObject(value) && isCountry(value.country) && Object.values(value).every(isText);

/** "Settings", "Contractual settings" and "Optional settings". */
const OPTIONAL: Record<string, Check> = {
	address: isAddress,
	b2bCompanyName: isText,
	b2bCompanyNationalId: isText,
	// Own choice: any type; SIREN is the one where there is none.
	b2bCompanyNationalIdType: isText,
	balancePaymentDate: isDay,
	birthCity: isText,
	birthCountry: isCountry,
	birthDate: isDay,
	birthStateProvince: isText,
	birthZipcode: isText,
	cancelUrl: isUrl,
	civility: isText,
	countryCode: isCountry,
	currency: matches(/^[A-Z]{3}$/),
	deferredPaymentDate: isDay,
	errorNotificationUrl: isUrl,
	lang: matches(/^[a-z]{2}_[A-Z]{2}$/),
	metadata: isObject,
	paymentNotificationUrl: matches(/^(https?:\/\/|mailto:)\S+/),
	phoneNumber: isPhone,
	redirectUrl: isUrl,
	secondInstallmentPaymentDate: isDay,
	shippingAddress: isAddress,
	showCloseButton: (value) => typeof value === 'boolean',
	subtitle: isText,
};

function settingsProblem(data: unknown): string | undefined {
	if (!isObject(data)) return 'data is required';
	if (!isWhole(data.amountCents, 1)) return 'The provided property amountCents is invalid';
	// Own choice: exactly one of the two.
	if (isText(data.merchantUid) === isText(data.companyUid)) {
		return 'Either merchantUid or companyUid is required';
	}
	const missing = REQUIRED_TEXTS.find((name) => !isText(data[name]));
	if (missing) return `${missing} is required`;
	if (!String(data.email).includes('@')) return 'The provided property email is invalid';
	const wrong = Object.keys(OPTIONAL).find(
		(name) => data[name] !== undefined && !OPTIONAL[name](data[name]),
	);
	if (wrong) return `The provided property ${wrong} is invalid`;
	if (data.birthCountry === 'FR' && !isText(data.birthZipcode)) return 'birthZipcode is required';
	return undefined;
}

/** What is wrong with the payload of a purchase link. */
export function purchaseProblem({
	data,
	purchase_link_settings: link,
}: Fields): string | undefined {
	const problem = settingsProblem(data);
	if (problem || link === undefined) return problem;
	if (!isObject(link)) return 'purchase_link_settings must be an object';
	if (link.send_email === true && !isText(link.email)) return 'email is required to send an e-mail';
	if (link.send_sms === true && !isPhone(link.phone_number)) {
		return 'phone_number is required to send a text message';
	}
	return undefined;
}

/**
 * What the payment page makes of a link ("By redirection"), which no test calls: the settings, or
 * an error as the page shows it. The words are the simulator's own.
 */
export function openPaymentPage(
	link: string,
	merchantSecretKey: string,
	nowMs: number,
): { data: Fields } | { type: string; message: string } {
	const invalid = (message: string) => ({ type: 'invalid_request_error', message });
	const { pathname, searchParams } = new URL(link);
	const parameters = [...searchParams.keys()];
	if (parameters.join() !== 'signature') return invalid('Only a signature is expected');
	const check = checkJwt(searchParams.get('signature') ?? '', merchantSecretKey, nowMs);
	if ('problem' in check) return { type: 'error_token', message: check.problem };
	const { data } = check.payload;
	const problem = settingsProblem(data);
	if (problem || !isObject(data)) return invalid(problem ?? '');
	if (!isText(data.redirectUrl) || !isText(data.cancelUrl)) {
		return invalid('redirectUrl and cancelUrl are required');
	}
	const isCompany = isText(data.companyUid);
	if (pathname !== (isCompany ? '/payment_solutions' : '/purchase')) return invalid(pathname);
	if (isCompany && !isText(data.currency)) return invalid('currency is required');
	return { data };
}
