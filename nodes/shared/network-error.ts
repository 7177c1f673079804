/** No address, or nobody who answers there. */
const NEVER_CONNECTED = new Set([
	'EADDRNOTAVAIL',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
]);
/** A certificate that is not accepted; Node looks at it before it sends ("TLS", "X509 certificate error codes"). */
const FOREIGN_CERTIFICATE =
	/^(CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT_|ERROR_IN_C|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|SELF_SIGNED_CERT|UNABLE_TO_)/;

/** The code of a network error, e.g. `ECONNRESET`; '' where there is none. */
export function networkCode(error: unknown): string {
	for (const candidate of [error, causeOf(error)]) {
		const code = (candidate as { code?: unknown } | undefined)?.code;
		if (typeof code === 'string') return code;
	}
	return '';
}

/** Whether there was no connection, or none to this provider, so that nothing of the request has left. */
export function isNeverConnected(error: unknown): boolean {
	const code = networkCode(error);
	if (FOREIGN_CERTIFICATE.test(code)) return true;
	return NEVER_CONNECTED.has(code) && !wasConnected(error);
}

/** A connection that was made may end with some of these codes, too. */
function wasConnected(error: unknown): boolean {
	const { syscall } = (error ?? {}) as { syscall?: unknown };
	const cause = causeOf(error);
	return syscall === 'read' || syscall === 'write' || (cause !== undefined && wasConnected(cause));
}

/** The error that n8n has wrapped, if any. */
export function causeOf(error: unknown): unknown {
	return error instanceof Error ? error.cause : undefined;
}
