import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { fingerprintOf, type AccessToken } from './access-token';
import type { Environment } from './environment';
import { grant } from './grant';
import { nextStep, type TokenRequirement } from './next-step';
import { probe, type Verdict } from './probe';
import { assertWithinQuota, mergeMints } from './quota';
import { isDue, SCHEDULE } from './schedule';
import type { TokenScheme } from './scheme';
import { Sessions, type Reload, type Session } from './session';
import { isDoubted, isRepeated } from './state';
import { TokenRequestError } from './token-answer';
import { assertLives } from './token-request';

/** What is needed to act for a request: its session, what n8n gave to its hook, and how to read the credential again. */
export interface Work {
	session: Session;
	helpers: IHttpRequestHelper['helpers'];
	credentials: ICredentialDataDecryptedObject;
	reload?: Reload;
}

/** What a request asks of the engine. */
export interface Wanted extends Pick<TokenRequirement, 'mustLive'> {
	/** Whether a new token may be minted for it. */
	mayMint: boolean;
}

/** What it gets: the token, if one is to be had, and whether it was minted for this request. */
export interface Acquired {
	token: AccessToken | undefined;
	isMinted: boolean;
}

/** The same token again is taken for a new one after so many requests for another. */
const REPEATS_AT_MOST = 7;

/** Performs what `nextStep` decides, for all requests of a process. */
export class TokenEngine {
	readonly sessions: Sessions;

	/** 0 to 1, one for all sessions: the lower, the sooner this process acts in place of others. */
	private readonly chance: number;

	constructor(readonly environment: Environment) {
		this.sessions = new Sessions(environment);
		this.chance = environment.random();
	}

	/** The session of a credential's secrets; it knows the token that is stored with them. */
	sessionOf(credentials: ICredentialDataDecryptedObject, scheme: TokenScheme): Session {
		const fingerprint = fingerprintOf([scheme.provider, ...scheme.inputs(credentials)]);
		const session = this.sessions.of(fingerprint, scheme);
		session.read(credentials);
		return session;
	}

	/**
	 * A token that may be sent now.
	 *
	 * @returns no token where one would have to be minted but must not
	 * @throws TokenRequestError or UserError where no token can be had
	 */
	async acquire(work: Work, wanted: Wanted): Promise<Acquired> {
		const { session } = work;
		const { now, processId } = this.environment;
		const requirement: TokenRequirement = {
			...wanted,
			canReload: work.reload !== undefined,
			probes: 0,
			waitedInMs: 0,
			heldBefore: session.held,
		};
		let [isHeld, isMinted, since] = [false, false, now()];
		try {
			for (;;) {
				const { state, held, minting, scheme } = session;
				const { oneLiveToken, quota } = scheme;
				const isMinting = minting !== undefined;
				const process = { now: now(), processId, chance: this.chance, held, isMinting };
				const step = nextStep({ state, requirement, oneLiveToken, quota, ...process });
				if (step === 'use') return { token: state.token, isMinted };
				if (step === 'fail') throw state.failure?.error;
				if (step === 'hold') {
					if (!isHeld) session.held += 1;
					isHeld = true;
					await this.look(work);
				} else if (step === 'probe') {
					requirement.probes += 1;
					requirement.probed = state.token?.value;
					if (state.token) await this.verdictOn(work, state.token);
				} else if (wanted.mayMint) {
					isMinted = (await this.mint(work)) || isMinted;
				} else return { token: undefined, isMinted };
				if (session.state.token !== state.token) since = now();
				// The clock may be set back meanwhile.
				requirement.waitedInMs = Math.abs(now() - since);
			}
		} finally {
			if (isHeld) session.held -= 1;
		}
	}

	/**
	 * Whether the token lives that a request was sent with, where its failure alone does not tell; one
	 * that does not is refused. `alive` for a token that is known no more: another one is.
	 *
	 * @param sentAt epoch milliseconds
	 */
	async verdictOnSent(work: Work, value: string, sentAt: number): Promise<Verdict> {
		const { session } = work;
		const { token } = session.state;
		if (token?.value !== value) return 'alive';
		const mayBeReplaced = session.scheme.oneLiveToken && isDue(token, this.environment.now());
		if (!mayBeReplaced || isRepeated(session.state))
			return await this.verdictOn(work, token, sentAt);
		session.apply({ type: 'refused', value });
		return 'dead';
	}

	/** One question for all that wait for its answer, and for all whose request was sent before it was asked. */
	private async verdictOn(work: Work, token: AccessToken, sentAt = Infinity): Promise<Verdict> {
		const { session } = work;
		const last = session.probing;
		const isAsked = sentAt === Infinity ? last?.isPending : last && last.askedAt >= sentAt;
		if (isAsked && last?.token === token.value) return await last.verdict;
		const verdict = probe(work.helpers, work.credentials, session.scheme, token);
		const askedAt = this.environment.now();
		const probing = { token: token.value, verdict, askedAt, isPending: true };
		session.probing = probing;
		if ((await verdict) === 'alive') session.apply({ type: 'accepted' });
		if ((await verdict) === 'dead') session.apply({ type: 'refused', value: token.value });
		probing.isPending = false;
		return await verdict;
	}

	/** Waits a moment; one of the held requests then reads the database for all. */
	private async look({ session, reload }: Work): Promise<void> {
		const { sleep, random } = this.environment;
		if (reload) session.reload = reload;
		session.looking ??= sleep(SCHEDULE.pollInMs * (0.5 + random()))
			.then(async () => await readAgain(session, session.reload))
			.finally(() => {
				session.looking = undefined;
				session.reload = undefined;
			});
		await session.looking;
	}

	/** @returns whether this request started what brought a new token, so that its hook has it stored */
	private async mint(work: Work): Promise<boolean> {
		const { session } = work;
		let isNew = false;
		session.minting ??= this.mintOnce(work)
			.then((is) => void (isNew = is))
			.catch((error: unknown) => session.apply({ type: 'mintFailed', error, ...causeOf(error) }))
			.finally(() => (session.minting = undefined));
		await session.minting;
		return isNew;
	}

	private async mintOnce(work: Work): Promise<boolean> {
		const { session, reload } = work;
		const { scheme, state } = session;
		const { now, processId } = this.environment;
		await readAgain(session, reload);
		if (session.state.token !== state.token && session.usableToken()) return false;
		const mints = mergeMints(scheme.quota, now(), session.state.mints);
		assertWithinQuota(scheme.provider, scheme.quota, now(), mints);
		const granted = await grant(work, now);
		const { token: known, repeated } = session.state;
		const repeats = repeated && isRepeated(session.state) ? repeated.count + 1 : 1;
		const isSame = granted.value === known?.value && granted.refreshToken === known.refreshToken;
		if (isSame && repeats < REPEATS_AT_MOST) {
			session.apply({ type: 'repeated' });
			return false;
		}
		assertLives(scheme.provider, granted);
		const counted = mergeMints(scheme.quota, now(), mints, [now()]);
		const token = { ...granted, owner: processId, mints: counted };
		session.apply({ type: 'minted', token });
		// n8n's own nodes do not say whether a request succeeded with it.
		if (isDoubted(session.state)) await this.verdictOn(work, token);
		return true;
	}
}

async function readAgain(session: Session, reload: Reload | undefined): Promise<void> {
	const stored = await reload?.().catch(() => undefined);
	if (stored) session.read(stored);
}

/** An error of our own comes before anything is sent. */
function causeOf(error: unknown): { isRefusal: boolean; withoutMint: boolean } {
	if (!(error instanceof TokenRequestError)) return { isRefusal: false, withoutMint: true };
	return { isRefusal: error.refused, withoutMint: error.withoutMint };
}
