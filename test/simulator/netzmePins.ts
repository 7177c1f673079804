import { hmacHex } from './digest';
import { isText } from './call';
import type { Routes } from './call';
import { failure, MERCHANT, success, written } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer } from './types';

const HALF_AN_HOUR_IN_MS = 1_800_000;
const NEW_PIN = '672240';

const hashed = ({ account }: NetzmeState, pin: string): string =>
	hmacHex(Buffer.from(account.clientId + account.merchantId), Buffer.from(pin));

/** The hash of the PIN. Own choice: the account's PIN is set from the start, so that withdrawals work without more ado. */
export const currentPin = (state: NetzmeState): string =>
	state.data.pin ?? hashed(state, state.account.pin);

function create({ username, pin }: Fields, state: NetzmeState): Answer {
	if (username !== state.account.merchantId) return failure('404', 'Merchant not found');
	if (!isText(pin) || !/^[0-9a-f]{64}$/.test(pin)) return failure('400', 'pin is not valid');
	if (pin !== currentPin(state)) return failure('400', 'PIN already exist with different value');
	return success({ username }, 100);
}

/** The mock of the document tells the new PIN in clear. */
function forgot({ username }: Fields, state: NetzmeState): Answer {
	const { account, data, now } = state;
	if (username !== account.merchantId) return failure('202', 'existing_pin_not_found');
	const left = (data.pinResetAt ?? -Infinity) + HALF_AN_HOUR_IN_MS - now();
	if (left > 0) {
		const refused = failure('201', 'not_allow_retry');
		return { ...refused, json: { ...Object(refused.json), body: { timeLeftInMillis: left } } };
	}
	data.pinResetAt = now();
	data.pin = hashed(state, NEW_PIN);
	return success({ timeLeftInMillis: HALF_AN_HOUR_IN_MS, pin: NEW_PIN }, 100);
}

export const PIN_ROUTES: Routes<NetzmeState> = {
	[`POST ${MERCHANT}/pin/create_pin`]: (call, state) =>
		written(call, 'create_pin', (body) => create(body, state)),
	[`POST ${MERCHANT}/pin/forgot_pin`]: (call, state) =>
		written(call, 'forgot_pin', (body) => forgot(body, state)),
};
