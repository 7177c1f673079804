import { hashedPin } from '../../credentials/netzme/pin';
import { referenceHmac } from './reference';
import { refusalOf } from './refusal';

/** The inputs of the document's sample code; it does not say what comes out. */
const PIN = '123456';
const CLIENT_ID = 'aggregator-1';
const MERCHANT_ID = 'M_czBSCDVY';

describe('the PIN on the wire', () => {
	it('is the HMAC with client ID and merchant ID as key', () => {
		expect(hashedPin(CLIENT_ID, MERCHANT_ID, PIN)).toBe(
			'edaf116a5d8d2ae0782d6e429dc5e9234bc24cf8d82164a9dd82538ccb7b7d66',
		);
	});

	it.each([
		[CLIENT_ID, MERCHANT_ID, PIN],
		['a', 'b', '000000'],
		['clïent', 'M_ü', '999999'],
	])('agrees with another implementation for %s, %s, %s', (clientId, merchantId, pin) => {
		expect(hashedPin(clientId, merchantId, pin)).toBe(referenceHmac(clientId + merchantId, pin));
	});

	it.each(['', '12345', '1234567', '12345a', ' 123456', '１２３４５６', '123456\n'])(
		'is refused where the PIN is %j, and the refusal does not repeat it',
		(pin) => {
			expect(refusalOf(() => hashedPin(CLIENT_ID, MERCHANT_ID, pin))).toEqual({
				message: 'PIN must be six digits',
				description: 'Open the credential and fill in PIN. Nothing was sent.',
			});
		},
	);
});
