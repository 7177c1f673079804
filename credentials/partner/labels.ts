/** The fields of Custom that are text, with their labels. */
export const LABELS = {
	signedText: 'Text to Sign',
	algorithm: 'Algorithm',
	signingKey: 'Key',
	keyEncoding: 'Key Encoding',
	jwtHeader: 'JWT Header',
	output: 'Output',
	timeFormat: 'Time Format',
	timePattern: 'Time Pattern',
	utcOffset: 'UTC Offset (Minutes)',
} as const;

export const SIGN_PARAMETERS = { name: 'signParameters', label: 'Sign Parameters as a List' };
export const HELPERS = { name: 'useHelpers', label: 'Compute Helper Values First' };
export const SCHEME = { name: 'scheme', label: 'Scheme' };
export const RECIPE = { name: 'recipe', label: 'Recipe (JSON)' };
export const TEST_PATH = { name: 'testPath', label: 'Test Path' };
export const TOKEN_URL = { name: 'tokenUrl', label: 'Token URL' };

/** The fields of Custom that describe its token, with their labels. */
export const TOKEN_LABELS = {
	getToken: 'Get a Token First',
	tokenMethod: 'Token Request Method',
	tokenSendAs: 'Send Token Fields As',
	tokenFields: 'Token Fields',
	signTokenRequest: 'Sign the Token Request',
	tokenSteps: 'Token Signatures',
	tokenPlace: 'Token Is In',
	tokenEnds: 'Token Ends',
	tokenExpiryField: 'Expiry Field',
	tokenLife: 'Token Life (Seconds)',
	oneLiveToken: 'New Token Ends the Old One',
	tokenLimit: 'Token Limit',
	tokenLimitMinutes: 'Token Limit Is For (Minutes)',
	tokenRefusedStatuses: 'Statuses of a Refused Token',
	tokenRefusedField: 'Field of a Refused Token',
	tokenRefusedValues: 'Values of a Refused Token',
	useRefreshToken: 'Use Refresh Token',
	refreshTokenField: 'Refresh Token Is In',
	refreshPath: 'Refresh Path',
	refreshFields: 'Refresh Fields',
	refreshIsForOneUse: 'Refresh Token Works Once',
} as const;
