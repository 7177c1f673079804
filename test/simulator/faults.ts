import type { Answer, Call, Provider } from './types';

export type FaultKind =
	| 'status'
	| 'delay'
	| 'cut'
	| 'malformedJson'
	| 'html'
	| 'tooMany'
	| 'echo'
	| 'redirect'
	| 'huge'
	| 'noToken'
	| 'textExpiry';

export type FaultTarget = 'api' | 'token' | 'any';

export interface FailNext {
	target: FaultTarget;
	count: number;
	kind: FaultKind;
	status?: number;
	/** A string is sent as it is, anything else as JSON. */
	body?: unknown;
	/** Of a `body` that is a string. */
	contentType?: string;
	/** In which the answer is written, whatever its Content-Type says; UTF-8 by default. */
	encoding?: 'latin1';
	delayMs?: number;
	retryAfterSeconds?: number;
	location?: string;
}

export interface Faults {
	/** Null: the life the provider documents. Holds for tokens minted from now on. */
	tokenLifeMs: number | null;
	mintDelayMs: number;
	oneLiveToken: boolean;
	/** A token that lives is handed out again, as a gateway does that keeps it. */
	sameTokenUntilEnd: boolean;
	/** What is said of such a token: a full life, not what is left of it. */
	fullLifeAgain: boolean;
	/** Null: unlimited. */
	mintsPerHour: number | null;
	/** API requests, where the provider documents such a limit. Null: unlimited. */
	requestsPerMinute: number | null;
	/** Worked off in order; the first entry whose target fits is used. */
	failNext: FailNext[];
	clockOffsetMs: number;
	latencyMs: number;
	requestTimeToleranceMs: number;
	authUnderHttp200: boolean;
	pageSize: number;
	orderCount: number;
}

const FIVE_MINUTES_IN_MS = 5 * 60 * 1000;

export const DEFAULT_FAULTS: Faults = {
	tokenLifeMs: null,
	mintDelayMs: 0,
	oneLiveToken: false,
	sameTokenUntilEnd: false,
	fullLifeAgain: false,
	mintsPerHour: null,
	requestsPerMinute: null,
	failNext: [],
	clockOffsetMs: 0,
	latencyMs: 0,
	// Own choice: Netzme's tolerance is unknown.
	requestTimeToleranceMs: FIVE_MINUTES_IN_MS,
	authUnderHttp200: false,
	// Own choice: page sizes are documented nowhere.
	pageSize: 100,
	orderCount: 3,
};

const KINDS = 'status delay cut malformedJson html tooMany echo redirect huge noToken textExpiry';
const TARGETS = 'api token any';
const NULLABLE = new Set(['tokenLifeMs', 'mintsPerHour', 'requestsPerMinute']);

function isSound(key: keyof Faults, value: unknown): boolean {
	if (key === 'failNext') return Array.isArray(value) && value.every(isFailNext);
	if (value === null) return NULLABLE.has(key);
	if (typeof DEFAULT_FAULTS[key] === 'boolean') return typeof value === 'boolean';
	if (typeof value !== 'number' || !Number.isFinite(value)) return false;
	return key === 'clockOffsetMs' || value >= (key === 'pageSize' ? 1 : 0);
}

function isFailNext(value: unknown): value is FailNext {
	const entry = Object(value) as Partial<FailNext>;
	return (
		TARGETS.split(' ').includes(entry.target ?? '') &&
		KINDS.split(' ').includes(entry.kind ?? '') &&
		typeof entry.count === 'number'
	);
}

/** Sets the given fields in place; a misspelt one throws, because it would test nothing. */
export function setFaults(faults: Faults, changes: Partial<Faults>): void {
	for (const [name, value] of Object.entries(changes)) {
		const key = name as keyof Faults;
		if (value === undefined) continue;
		if (!(key in DEFAULT_FAULTS) || !isSound(key, value)) {
			throw new Error(`Unusable fault: ${name} = ${JSON.stringify(value)}`);
		}
	}
	const given = Object.entries(changes).filter(([, value]) => value !== undefined);
	// The entries count down, so the caller's own objects must not be the ones used.
	Object.assign(faults, structuredClone(Object.fromEntries(given)));
}

const TOKEN_ONLY = new Set<FaultKind>(['noToken', 'textExpiry']);

/** Takes the next fault that fits out of the list. */
export function takeFault(faults: Faults, target: 'api' | 'token'): FailNext | undefined {
	const fault = faults.failNext.find(
		(entry) =>
			(entry.target === target || entry.target === 'any') &&
			(target === 'token' || !TOKEN_ONLY.has(entry.kind)),
	);
	if (!fault) return undefined;
	fault.count -= 1;
	if (fault.count <= 0) faults.failNext.splice(faults.failNext.indexOf(fault), 1);
	return fault;
}

type AnyProvider = Provider<unknown, unknown>;

/** The answer given instead of the provider's own; undefined where that one is still needed. */
export function faultAnswer(
	fault: FailNext,
	call: Call,
	provider: AnyProvider,
	account: unknown,
): Answer | undefined {
	const answer = (status: number, json: unknown, headers?: Record<string, string>): Answer => ({
		status: fault.status ?? status,
		...(fault.body === undefined ? { json } : content(fault.body)),
		headers:
			fault.contentType === undefined ? headers : { ...headers, 'content-type': fault.contentType },
		encoding: fault.encoding,
		outcome: 'fault',
	});
	const page = (status: number, text: string, type: string): Answer => ({
		status: fault.status ?? status,
		text: typeof fault.body === 'string' ? fault.body : text,
		headers: { 'content-type': type },
		outcome: 'fault',
	});
	const wait = fault.retryAfterSeconds;
	const retryAfter = wait === undefined ? undefined : { 'retry-after': String(wait) };
	switch (fault.kind) {
		case 'status':
			return answer(500, provider.error(fault.status ?? 500, 'Simulated failure'), retryAfter);
		case 'tooMany':
			return answer(
				429,
				provider.error(429, 'Rate limit exceeded'),
				retryAfter ?? { 'retry-after': '1' },
			);
		case 'echo':
			return answer(400, echoBody(fault.status ?? 400, call, provider, account));
		case 'redirect':
			return {
				...page(302, '', 'text/plain'),
				headers: { location: fault.location ?? '/api/echo' },
			};
		case 'huge':
			return answer(200, { padding: 'x'.repeat(10 * 1024 * 1024) });
		case 'malformedJson':
			return page(200, '{"success": true, "data": [{"id": ', 'application/json');
		case 'html':
			return page(502, '<html><body><h1>Bad Gateway</h1></body></html>', 'text/html');
		default:
			return undefined;
	}
}

function content(body: unknown): Pick<Answer, 'json' | 'text'> {
	return typeof body === 'string' ? { text: body } : { json: body };
}

/** A provider that repeats everything secret it knows, in structure and in prose. */
function echoBody(status: number, call: Call, provider: AnyProvider, account: unknown): unknown {
	const echo = { url: call.url, headers: call.headers, body: call.body.toString(), account };
	const text = `Request refused: ${JSON.stringify(echo)}`;
	return { ...Object(provider.error(status, text)), text, echo };
}

/** Spoils the token or the expiry of a token answer, at the place the provider keeps it. */
export function spoilTokenAnswer(answer: Answer, fault: FailNext, provider: AnyProvider): Answer {
	if (!provider.tokenFields || answer.outcome !== 'mint') return answer;
	const json = structuredClone(answer.json);
	const path = provider.tokenFields[fault.kind === 'noToken' ? 'token' : 'expiry'];
	const parent = path.slice(0, -1).reduce((value, key) => Object(value)[key], Object(json));
	const last = path[path.length - 1];
	if (fault.kind === 'noToken') delete parent[last];
	else parent[last] = fault.body ?? 'soon';
	return { ...answer, json, outcome: 'fault' };
}
