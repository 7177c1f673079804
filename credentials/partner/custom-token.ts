import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { switchField } from '../auth/credential-fields';
import { numberOf } from '../auth/json';
import { textOf, trimmed } from '../auth/text';
import { entriesOf, stepOf, withoutEmpty, type Entry } from './entries';
import { TOKEN_LABELS, TOKEN_URL } from './labels';

type Field = keyof typeof TOKEN_LABELS;

/** How the fields of a token request travel: the body of the request, and where an entry goes by default. */
const WAYS: Record<string, { body: string; place: string }> = {
	form: { body: 'form', place: 'body' },
	json: { body: 'json', place: 'body' },
	query: { body: 'none', place: 'query' },
};

/**
 * The part `token` of the recipe that the fields of Custom describe; undefined where none is wanted.
 *
 * @param time of the recipe, also for the request for a token
 * @throws UserError naming the switch that holds something else
 */
export function customToken(credentials: ICredentialDataDecryptedObject, time: Entry) {
	const isOn = (name: Field) => switchField(credentials, { name, label: TOKEN_LABELS[name] });
	if (!isOn('getToken')) return undefined;
	const text = (name: Field) => trimmed(textOf(credentials[name], TOKEN_LABELS[name])) || undefined;
	const way = WAYS[text('tokenSendAs') ?? 'form'] ?? { body: text('tokenSendAs'), place: 'body' };
	const request = {
		method: text('tokenMethod'),
		body: way.body,
		time,
		steps: isOn('signTokenRequest')
			? entriesOf(credentials.tokenSteps).map((entry) => stepOf(entry, 'hmac-sha256'))
			: undefined,
		add: additions(credentials.tokenFields, way.place),
	};
	return {
		request,
		answer: answer(text, credentials),
		refresh: isOn('useRefreshToken')
			? {
					...request,
					path: text('refreshPath'),
					add: additions(credentials.refreshFields, way.place),
					isForOneUse: isOn('refreshIsForOneUse'),
				}
			: undefined,
		oneLiveToken: isOn('oneLiveToken'),
		quota: quota(credentials),
		refused: {
			statuses: listOf(text('tokenRefusedStatuses'))?.map(wholeNumber),
			path: text('tokenRefusedField'),
			values: text('tokenRefusedField') && listOf(text('tokenRefusedValues')),
		},
	};
}

/** The label of the field behind each place of the part `token`. */
export function tokenLabels(credentials: ICredentialDataDecryptedObject): Record<string, string> {
	const labels: Record<string, string> = {
		'token.request.path': TOKEN_URL.label,
		'token.request.method': TOKEN_LABELS.tokenMethod,
		'token.request.body': TOKEN_LABELS.tokenSendAs,
		'token.request.add': TOKEN_LABELS.tokenFields,
		'token.request.steps': TOKEN_LABELS.tokenSteps,
		'token.refresh.path': TOKEN_LABELS.refreshPath,
		'token.refresh.add': TOKEN_LABELS.refreshFields,
		'token.answer.unit': TOKEN_LABELS.tokenEnds,
		'token.answer.life': TOKEN_LABELS.tokenLife,
		'token.quota.tokens': TOKEN_LABELS.tokenLimit,
		'token.quota.minutes': TOKEN_LABELS.tokenLimitMinutes,
		'token.refused.statuses': TOKEN_LABELS.tokenRefusedStatuses,
		'token.refused.values': TOKEN_LABELS.tokenRefusedValues,
	};
	const lists: Array<[string, unknown, string]> = [
		['token.request.add', credentials.tokenFields, TOKEN_LABELS.tokenFields],
		['token.request.steps', credentials.tokenSteps, TOKEN_LABELS.tokenSteps],
		['token.refresh.steps', credentials.tokenSteps, TOKEN_LABELS.tokenSteps],
		['token.refresh.add', credentials.refreshFields, TOKEN_LABELS.refreshFields],
	];
	for (const [place, list, label] of lists) {
		entriesOf(list).forEach((_, index) => {
			labels[`${place}[${index}]`] = `${label}, entry ${index + 1}`;
		});
	}
	return labels;
}

function answer(text: (name: Field) => string | undefined, credentials: Entry): Entry {
	const ends = text('tokenEnds') ?? 's';
	const isSaid = ends !== 'fixed' && ends !== 'never' && ends !== 'jwt';
	return {
		token: text('tokenPlace'),
		expires: isSaid ? text('tokenExpiryField') : undefined,
		unit: ends === 'fixed' ? undefined : ends,
		life: ends === 'fixed' ? wholeNumber(credentials.tokenLife) : undefined,
		refreshToken: text('refreshTokenField'),
	};
}

/** 0 and nothing mean that there is no limit. */
function quota({ tokenLimit, tokenLimitMinutes }: Entry): Entry | undefined {
	if (tokenLimit === undefined || numberOf(tokenLimit) === 0 || tokenLimit === '') return undefined;
	return { tokens: wholeNumber(tokenLimit), minutes: wholeNumber(tokenLimitMinutes ?? 60) };
}

function additions(list: unknown, usualPlace: string): Entry[] {
	return entriesOf(list).map(({ place, ...rest }) => {
		const isUsual = place === undefined || place === '' || place === 'asAbove';
		return withoutEmpty({ in: isUsual ? usualPlace : place, ...rest });
	});
}

function listOf(text: string | undefined): string[] | undefined {
	return text
		?.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

/** What is no number is refused as any recipe's is. */
function wholeNumber(value: unknown): unknown {
	const number = numberOf(value);
	return Number.isNaN(number) ? value : number;
}
