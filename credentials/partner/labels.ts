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
