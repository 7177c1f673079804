import type { IDataObject } from 'n8n-workflow';
import type { Answer, Failure } from '../../shared/provider';

/** HTTP status, code of the service, code of the case (SNAP BI, "Response code"). */
const CODE = /^([2-5]\d\d)(\d\d)(\d\d)$/;
/** Of the service that hands out tokens. Netzme has it for a token that is not valid, too. */
const TOKEN_SERVICE = '73';
const SIGNATURE_REFUSED = '40100';

/**
 * What the codes mean, and what to do: by status and case, whatever the service. The standard has
 * more of them; these are the ones that Netzme documents, and those that any service may answer.
 */
const EXPLANATIONS: Record<string, string> = {
	'40000': 'Netzme could not read the request. Check the fields of this operation',
	'40001': 'a field is not in the form that Netzme takes. Check the one that is named',
	'40002': 'a field is missing. Fill in the one that is named',
	[SIGNATURE_REFUSED]:
		'Netzme refused the signature. Check Client Secret in the credential, and the clock of this machine',
	'40101':
		'Netzme takes neither this access token nor this Client ID here. Check Client ID and API Family in the credential',
	'40300': 'the transaction has expired. Make a new one',
	'40301': 'Netzme has not switched this on for you. Ask Netzme',
	'40302': 'the amount is above the limit. Send less, or ask Netzme',
	'40303': 'Netzme suspects fraud. Ask Netzme',
	'40304': 'there have been too many of these requests. Try again later',
	'40314': 'the balance does not cover the amount. Get the balance, or top it up',
	'40315': 'this transaction is not allowed. Check PIN in the credential, or ask Netzme',
	'40318': 'the account is not active. Ask Netzme',
	'40400': 'the transaction is in another state. Look it up first',
	'40401': 'Netzme does not know this transaction. Check its ID or reference',
	'40408':
		'Netzme does not know this merchant here. Check Merchant ID, and API Family in the credential',
	'40411': 'Netzme does not know this account. Check bank and account number',
	'40413': 'the amount is not the one that Netzme has. Inquire again',
	'40900':
		'a request with this X-EXTERNAL-ID has been here today. Look up whether it was carried out before you send it again',
	'40901':
		'this Partner Reference Number was used before. Look up what became of it before you send another one',
	'42900': 'there have been too many requests. Try again later',
};
/** By status alone: it is not known what became of the request. */
const IN_DOUBT =
	'Netzme does not say whether it was carried out. Look it up before you send it again';

/** The code of an answer as text; undefined where it has none. */
export function responseCode({ responseCode: code }: IDataObject): string | undefined {
	const text = typeof code === 'number' ? String(code) : code;
	return typeof text === 'string' && CODE.test(text.trim()) ? text.trim() : undefined;
}

/**
 * The failure that an answer by SNAP BI reports, with what its code means.
 *
 * @returns undefined where it is a success
 */
export function snapFailure(answer: IDataObject): Failure | undefined {
	const code = responseCode(answer) ?? '';
	const [, status, , kind] = CODE.exec(code) ?? [];
	if (status === undefined || status.startsWith('2')) return undefined;
	const { responseMessage } = answer;
	const words = typeof responseMessage === 'string' ? responseMessage.trim() : '';
	const explanation = EXPLANATIONS[status + kind] ?? (status.startsWith('5') ? IN_DOUBT : '');
	return { message: [words, explanation].filter((text) => text !== '').join(': '), code };
}

/**
 * Whether an answer refuses the token. A refused signature has the same HTTP status, and another
 * token would not help.
 */
export function isTokenRefused({ status, body }: Answer): boolean {
	if (status !== 401) return false;
	const isObject = typeof body === 'object' && body !== null;
	const code = isObject ? responseCode(body as IDataObject) : undefined;
	const [, http, service, kind] = CODE.exec(code ?? '') ?? [];
	return service === TOKEN_SERVICE || `${http}${kind}` !== SIGNATURE_REFUSED;
}
