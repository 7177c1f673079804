/** The fields of Custom that are text, with their labels. */
export const LABELS = {
	signaturePlace: 'Signature Is In',
	signatureName: 'Name of Header or Field',
	looksLike: 'Looks Like',
	separator: 'Separator',
	algorithm: 'Algorithm',
	signedText: 'Signed Text',
	verifyingKey: 'Key',
	keyEncoding: 'Key Encoding',
	output: 'Signature Encoding',
	timestampFrom: 'Time Is In',
	timestampUnit: 'Time Unit',
	tolerance: 'Tolerance (Seconds)',
	clockSkew: 'Clock Skew (Seconds)',
	repeatId: 'ID for Repeats',
	answerStatus: 'Answer Status',
	answerType: 'Answer Type',
	answerBody: 'Answer Body',
	refusalStatus: 'Status of a Refusal',
} as const;

export const SECRET = { name: 'secret', label: 'Secret or Public Key' };
export const USE_PARAMETERS = { name: 'useParameters', label: 'Signed Text Has a Parameter List' };
export const USE_HANDSHAKE = { name: 'useHandshake', label: 'Answer a Handshake' };
export const HANDSHAKE_IS_SIGNED = { name: 'handshakeIsSigned', label: 'Handshake Is Signed' };
export const USE_ANSWER = { name: 'useAnswer', label: 'Partner Expects a Certain Answer' };
export const JWT_ALGORITHMS = { name: 'jwtAlgorithms', label: 'JWT Algorithms' };

/** The fields of the handshake that are text, with their labels. */
export const HANDSHAKE_LABELS = {
	handshakeIf: 'Handshake Has',
	handshakeHmacOf: 'HMAC Of',
	handshakeType: 'Handshake Answer Type',
	handshakeAnswer: 'Handshake Answer',
} as const;
