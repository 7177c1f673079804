import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { RequestOptions } from '../auth/outgoing-request';
import { SEND_AGAIN, STORE_NOTHING, toStoredToken, type AccessToken } from './access-token';
import { TokenEngine, type Work } from './engine';
import { REAL_ENVIRONMENT, type Environment } from './environment';
import { NoTokenError } from './no-token-error';
import {
	attemptOf,
	isBelievedUnasked,
	isRepeatable,
	type Attempt,
	type RequestScope,
} from './request-scope';
import type { TokenScheme } from './scheme';
import type { Reload, Session } from './session';

type Credentials = ICredentialDataDecryptedObject;
/** What n8n stores with the credential; nothing where it is empty. */
type Output = Record<string, string>;

/** A refused request is sent so often by a caller that sees the response; once more is the rule. */
export const ATTEMPTS_AT_MOST = 10;

/** The engine as n8n calls it: the two hooks of a credential, and what the nodes of this package tell. */
export class TokenHooks {
	private readonly scopes = new WeakMap<object, RequestScope>();

	private readonly engine: TokenEngine;

	constructor(environment: Environment) {
		this.engine = new TokenEngine(environment);
	}

	/**
	 * For a caller that sees the response itself, before n8n's helper gets the credential object.
	 *
	 * @param request.reload reads the stored credential again
	 * @param request.isKeptInMemory the credential is another account for each item: nothing of one is
	 * to be stored where the next one looks. Earlier versions of n8n would also write the evaluated
	 * secrets of this item in place of the expressions (credentials-helper, preAuthentication)
	 */
	announce(request: { credentials: object; reload: Reload; isKeptInMemory: boolean }): void {
		const { credentials, ...scope } = request;
		this.scopes.set(credentials, scope);
	}

	/**
	 * The `preAuthentication` hook of a credential with a short-lived token. n8n calls it before every
	 * request, and once more after a failed one (n8n-core, request-helpers/authentication): after a
	 * 401, or, from the HTTP Request node, after any failure at all.
	 *
	 * Sees to it that a usable token is known to this process, and returns what n8n is to store with
	 * the credential. After a failure it decides whether n8n may send the request again.
	 *
	 * @throws UserError where a field is missing or no token can be had; nothing is sent then
	 */
	async keep(hook: {
		helpers: IHttpRequestHelper['helpers'];
		credentials: Credentials;
		scheme: TokenScheme;
	}): Promise<Output> {
		const scope = this.scopeOf(hook.credentials);
		const session = this.engine.sessionOf(hook.credentials, hook.scheme);
		const { helpers, credentials } = hook;
		const work = { helpers, credentials, session, reload: scope.reload };
		const { attempt } = scope;
		Object.assign(scope, { work, attempt: undefined, handedOver: undefined });
		const output = await (attempt
			? this.afterFailure(attempt, work, scope)
			: this.beforeRequest(work));
		if (scope.isKeptInMemory) return STORE_NOTHING;
		scope.handedOver = output.accessToken;
		return output;
	}

	/**
	 * The token for a request, for the `authenticate` hook.
	 *
	 * @throws NoTokenError where no usable token is known
	 */
	async take(hook: {
		credentials: Credentials;
		options: RequestOptions;
		scheme: TokenScheme;
	}): Promise<AccessToken> {
		const { credentials, options, scheme } = hook;
		const scope = this.scopeOf(credentials);
		const token = await this.tokenFor(scope, options, hook);
		const sentAt = this.engine.environment.now();
		const isSent = token !== undefined;
		scope.attempt = attemptOf(options, { token: token?.value, isSent, sentAt });
		if (!token) throw new NoTokenError(scheme.provider);
		return token;
	}

	/** For a request of a token credential that is authenticated in another way, or not at all. */
	goWithout({ credentials, options }: { credentials: Credentials; options: RequestOptions }): void {
		const sentAt = this.engine.environment.now();
		this.scopeOf(credentials).attempt = attemptOf(options, { isSent: true, sentAt });
	}

	/**
	 * For a caller that sees the response itself: whether the provider took the token of the last
	 * request with this credential object. An endpoint may refuse a good token, so the provider is asked
	 * before the token is thrown away; where it does not say, the refusal is believed.
	 *
	 * @param report.attempt 1 for a request that was sent for the first time
	 * @returns true where the token was refused and the request is worth sending again with another
	 */
	async report(report: {
		credentials: object;
		isRefused: boolean;
		attempt: number;
	}): Promise<boolean> {
		const { work, attempt } = this.scopes.get(report.credentials) ?? {};
		if (!work || attempt?.token === undefined) return false;
		const { session } = work;
		if (!report.isRefused) {
			session.apply({ type: 'accepted' });
			return false;
		}
		if (session.state.token?.value === attempt.token) {
			const verdict = await this.engine.verdictOnSent(work, attempt.token, attempt.sentAt);
			if (verdict === 'alive') return false;
			// Only a token that others replace is likely to be refused twice in a row for being old.
			if (verdict === 'unknown' && report.attempt > 1 && !session.scheme.oneLiveToken) return false;
		}
		session.apply({ type: 'refused', value: attempt.token });
		return session.state.token?.value !== attempt.token;
	}

	/** Provider's clock minus this machine's, in milliseconds; 0 where it is not known. */
	clockOffsetOf(credentials: object): number {
		return this.scopes.get(credentials)?.work?.session.state.token?.clockOffset ?? 0;
	}

	/** What this process knows, for tests: a session for each set of secrets. */
	inspect(): Session[] {
		return this.engine.sessions.all();
	}

	private scopeOf(credentials: object): RequestScope {
		const scope = this.scopes.get(credentials) ?? {};
		this.scopes.set(credentials, scope);
		return scope;
	}

	private async beforeRequest(work: Work): Promise<Output> {
		const { session, credentials, reload } = work;
		const isOverwritten = !reload && session.isOverwrittenIn(credentials);
		const { token, isMinted } = await this.engine.acquire(work, { mayMint: true });
		if (!token) return STORE_NOTHING;
		const isToStore = isMinted || isOverwritten || session.mustBeStored(token);
		return isToStore ? session.toStore(token) : STORE_NOTHING;
	}

	private async afterFailure(attempt: Attempt, work: Work, scope: RequestScope): Promise<Output> {
		const { token, isSent, sentAt, isRepeatable, isAnyFailureReported } = attempt;
		const { session } = work;
		const { now } = this.engine.environment;
		if (isSent) {
			if (token === undefined) return STORE_NOTHING;
			const verdict = await this.engine.verdictOnSent(work, token, sentAt);
			if (verdict === 'unknown' && isBelievedUnasked(attempt, session, now())) {
				session.apply({ type: 'refused', value: token });
			}
			// After any failure a write may have been carried out, whatever became of the token.
			if (isAnyFailureReported && !isRepeatable) return STORE_NOTHING;
			if (session.state.token?.value === token) return STORE_NOTHING;
		}
		return await this.sendAgain(work, scope);
	}

	/**
	 * n8n sends a request again only where it gets something to store, and it stores that together with
	 * what it has read a moment before: the newest token known, so that it overwrites no newer one. It
	 * does so once, so one live token must not die before: the provider is asked now and, as storing
	 * takes n8n a while, once more before the request is sent.
	 */
	private async sendAgain(work: Work, scope: RequestScope): Promise<Output> {
		scope.isLastTry = work.session.scheme.oneLiveToken === true && !work.reload;
		const { token } = await this.engine.acquire(work, {
			mayMint: true,
			...(scope.isLastTry && { mustLive: 'always' }),
		});
		return token ? toStoredToken(token, work.session.fingerprint) : SEND_AGAIN;
	}

	private async tokenFor(
		scope: RequestScope,
		options: RequestOptions,
		{ credentials, scheme }: { credentials: Credentials; scheme: TokenScheme },
	): Promise<AccessToken | undefined> {
		const { work, handedOver, isKeptInMemory } = scope;
		const session = work?.session ?? this.engine.sessionOf(credentials, scheme);
		if (handedOver) session.noteStored(handedOver);
		const token = await this.newestToken(scope, session, options);
		return token && !isKeptInMemory && session.mustBeStored(token) ? undefined : token;
	}

	private async newestToken(
		{ work, isLastTry, reload }: RequestScope,
		session: Session,
		options: RequestOptions,
	): Promise<AccessToken | undefined> {
		const canBeMadeGood = reload !== undefined || (!isLastTry && isRepeatable(options));
		if (!work || canBeMadeGood) return session.usableToken();
		// What this hook minted, n8n would not store.
		const mayMint = isLastTry === true && !session.scheme.refresh?.isForOneUse;
		const mustLive = isLastTry ? 'always' : 'ifDue';
		return (await this.engine.acquire(work, { mustLive, mayMint })).token;
	}
}

/** The hooks of this process. */
export const tokens = new TokenHooks(REAL_ENVIRONMENT);
