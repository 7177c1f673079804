import { isText, isWhole } from './call';
import { isObject } from './digest';

// Own choice: three parts, one a month, the rest of the division and 1 % of fees in the first.
export function installments(amountCents: number, created: string): object[] {
	const part = Math.floor(amountCents / 3);
	const [year, month, day] = created.split('-').map(Number);
	return [0, 1, 2].map((at) => ({
		amount_cents: at === 0 ? amountCents - 2 * part : part,
		fees: at === 0 ? Math.ceil(amountCents / 100) : 0,
		payment_date: new Date(Date.UTC(year, month - 1 + at, day)).toISOString().slice(0, 10),
	}));
}

const REQUIRED_TEXTS = ['email', 'firstName', 'lastName', 'reference', 'title'];

export function purchaseProblem({
	data,
	purchase_link_settings: link,
}: Record<string, unknown>): string | undefined {
	if (!isObject(data)) return 'data is required';
	if (!isWhole(data.amountCents, 1)) return 'amountCents must be a positive integer';
	if (!isText(data.merchantUid) && !isText(data.companyUid)) {
		return 'merchantUid or companyUid is required';
	}
	const missing = REQUIRED_TEXTS.find((name) => !isText(data[name]));
	if (missing) return `${missing} is required`;
	if (data.phoneNumber !== undefined && !isPhone(data.phoneNumber))
		return 'phoneNumber is not E.164';
	if (link === undefined) return undefined;
	if (!isObject(link)) return 'purchase_link_settings must be an object';
	if (link.send_email === true && !isText(link.email)) return 'email is required to send an e-mail';
	if (link.send_sms === true && !isPhone(link.phone_number)) {
		return 'phone_number is required to send a text message';
	}
	return undefined;
}

const isPhone = (value: unknown): boolean => /^\+[1-9]\d{1,14}$/.test(String(value));
