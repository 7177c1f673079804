/** Su's code for what went wrong, in whichever of its shapes the body is; '' where there is none. */
export function errorCode(body: unknown): string {
	const { Errors, Error: single } = Object(body) as Record<string, unknown>;
	const [first] = [Errors ?? single].flat();
	const { Code } = Object(first) as Record<string, unknown>;
	return Code === undefined ? '' : String(Code);
}
