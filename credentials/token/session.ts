import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken, toStoredToken, type AccessToken } from './access-token';
import type { Environment } from './environment';
import type { Verdict } from './probe';
import { isUsable, SCHEDULE } from './schedule';
import type { TokenScheme } from './scheme';
import { after, INITIAL_STATE, isRepeated, type TokenEvent, type TokenState } from './state';

/** Reads the stored credential again. */
export type Reload = () => Promise<ICredentialDataDecryptedObject>;

/** One set of secrets in one process: what is known of its token, and what is under way. */
export class Session {
	state: TokenState = INITIAL_STATE;

	/** Single flight: the token request under way. */
	minting?: Promise<void>;

	/** Single flight: the look for another process's token. */
	looking?: Promise<void>;

	/** Single flight: the last question about a token, and when it was asked. */
	probing?: { token: string; verdict: Promise<Verdict>; askedAt: number; isPending: boolean };

	/** How many requests are held. */
	held = 0;

	/** Of one of the held requests. */
	reload?: Reload;

	/** When this process last handed the token to n8n to be stored, in epoch milliseconds. */
	private storedAt = 0;

	/** The last token that is known to be stored. */
	private stored?: string;

	/** @param fingerprint see `fingerprintOf` */
	constructor(
		readonly fingerprint: string,
		readonly scheme: TokenScheme,
		readonly environment: Environment,
	) {}

	/** Notes what happened to the token. */
	apply(event: TokenEvent): void {
		const { now, processId } = this.environment;
		const { quota } = this.scheme;
		this.state = after(this.state, event, { now: now(), processId, quota });
	}

	/** Takes over the token that is stored with a credential, if it is newer. */
	read(credentials: ICredentialDataDecryptedObject): void {
		const token = fromStoredToken(credentials, this.fingerprint);
		this.apply({ type: 'read', token });
		if (token && token.value === this.state.token?.value) this.noteStored(token.value);
	}

	/** Notes that n8n has stored a token. */
	noteStored(value: string): void {
		this.stored = value;
	}

	/**
	 * Whether a token must not be sent yet: it came for a refresh token that the provider takes once
	 * only, and the next one is not known to be stored. Another process's comes from where it is stored.
	 */
	mustBeStored({ value, owner }: AccessToken): boolean {
		const isOwn = owner === this.environment.processId;
		return this.scheme.refresh?.isForOneUse === true && isOwn && this.stored !== value;
	}

	/** The known token, if it may be sent now. */
	usableToken(): AccessToken | undefined {
		const { token } = this.state;
		const { now } = this.environment;
		return token && isUsable(token, now(), isRepeated(this.state)) ? token : undefined;
	}

	/** A token as n8n is to store it. */
	toStore(token: AccessToken): Record<string, string> {
		this.storedAt = this.environment.now();
		return toStoredToken(token, this.fingerprint);
	}

	/**
	 * Whether a credential that was read just now has no token or an older one than this process
	 * minted, as another write undid ours. One that was obtained with other inputs is left alone: the
	 * secret may be an expression, whose values take turns.
	 */
	isOverwrittenIn(credentials: ICredentialDataDecryptedObject): boolean {
		const { now, processId } = this.environment;
		const { token } = this.state;
		const withoutOurs = credentials.accessToken ? Infinity : 0;
		return (
			token?.owner === processId &&
			Math.abs(now() - this.storedAt) > SCHEDULE.untilStoredInMs &&
			(fromStoredToken(credentials, this.fingerprint)?.issuedAt ?? withoutOurs) < token.issuedAt
		);
	}
}

/** Credentials come and go for months; a session that falls out costs one look at the stored token. */
const SESSIONS_KEPT = 500;

/** The sessions of a process, by fingerprint; the one unused for longest is forgotten. */
export class Sessions {
	private readonly sessions = new Map<string, Session>();

	constructor(private readonly environment: Environment) {}

	of(fingerprint: string, scheme: TokenScheme): Session {
		const { sessions, environment } = this;
		const session = sessions.get(fingerprint) ?? new Session(fingerprint, scheme, environment);
		// Set again to be the youngest: a Map keeps the order of insertion.
		sessions.delete(fingerprint);
		sessions.set(fingerprint, session);
		if (sessions.size > SESSIONS_KEPT) {
			const oldest = this.all().find(({ minting }) => !minting);
			if (oldest) sessions.delete(oldest.fingerprint);
		}
		return session;
	}

	all(): Session[] {
		return [...this.sessions.values()];
	}
}
