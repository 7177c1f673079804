import type { IHttpRequestOptions } from 'n8n-workflow';
import type { VirtualClock } from './clock';
import type { Random } from './random';

export interface ProviderSettings {
	oneLiveToken: boolean;
	lifeInMs: number;
	/** Tokens in an hour; more are refused. */
	tokensInAnHour?: number;
	slowestInMs: number;
	/** The provider's clock minus the machines'. */
	clockOffsetInMs: number;
	/** Hands out the live token again until it ends. */
	repeatsToken: boolean;
	/** Share of the requests of the API that fail for other reasons than the token. */
	failingShare: number;
	/** Share of the token requests whose response is lost, though the token was minted. */
	lostShare: number;
	/** Whether each token comes with a refresh token, and whether that is good for one use. */
	refreshTokens?: 'reusable' | 'for one use';
}

/** One request of an execution, as it came in. */
export interface Received {
	execution: string;
	isWrite: boolean;
	status: number;
}

interface Live {
	endsAt: number;
}

const ONE_HOUR_IN_MS = 3_600_000;
const HTTP = { ok: 200, unauthorized: 401, notFound: 404, failed: 500, unavailable: 503 };

/** A partner's API with its token endpoint: what it hands out, refuses and sees. */
export class SimulatedProvider {
	readonly received: Received[] = [];
	readonly mintedAt: number[] = [];
	tokenRequests = 0;
	readonly lostAt: number[] = [];
	refused = 0;
	refusedForQuota = 0;
	/** Tokens that were minted for a refresh token, and refresh tokens that were refused. */
	refreshed = 0;
	readonly refusedRefreshesAt: number[] = [];
	/** Tokens that came after their end, or that this provider never handed out. */
	readonly wrong: string[] = [];
	/** While set, the token endpoint fails. */
	isDown = false;

	private readonly live = new Map<string, Live>();
	private readonly known = new Set<string>();
	private readonly refreshTokens = new Set<string>();

	constructor(
		readonly name: string,
		readonly settings: ProviderSettings,
		private readonly clock: VirtualClock,
		private readonly random: Random,
		private readonly note: (what: string) => void,
	) {}

	/** The end of every token at once. */
	revoke(): void {
		this.live.clear();
	}

	/** `helpers.httpRequest` of n8n, for the token request and for the probe. */
	async httpRequest(by: string, options: IHttpRequestOptions): Promise<unknown> {
		await this.travel();
		const token = String(options.headers?.authorization ?? '');
		const isProbe = !options.url.endsWith('/token');
		const refreshToken = options.headers?.refresh as string | undefined;
		const response = isProbe ? this.answer(token) : this.mint(by, refreshToken);
		if (isProbe) this.note(`${by} probes ${token}: ${response?.statusCode}`);
		await this.travel();
		if (response === undefined)
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		return response;
	}

	/** A request of an execution; its status. */
	async call(by: string, execution: string, isWrite: boolean, token: string): Promise<number> {
		await this.travel();
		const { statusCode } = this.answer(token);
		const fails = statusCode === HTTP.ok && this.random.chance(this.settings.failingShare);
		const status = fails ? this.random.of([HTTP.failed, HTTP.notFound]) : statusCode;
		if (status === HTTP.unauthorized) this.refused += 1;
		this.received.push({ execution, isWrite, status });
		if (status !== HTTP.ok) this.note(`${by} sends ${execution} with ${token}: ${status}`);
		await this.travel();
		return status;
	}

	private async travel(): Promise<void> {
		await this.clock.sleep(this.random.between(1, this.settings.slowestInMs));
	}

	private answer(token: string) {
		const live = this.live.get(token);
		if (!this.known.has(token)) this.wrong.push(`${this.name} never handed out ${token}`);
		const isLive = live !== undefined && this.clock.now() < live.endsAt;
		if (live && !isLive) this.wrong.push(`${token} came ${this.clock.now() - live.endsAt} ms late`);
		return { statusCode: isLive ? HTTP.ok : HTTP.unauthorized, headers: {}, body: {} };
	}

	private mint(by: string, refreshToken: string | undefined) {
		const now = this.clock.now();
		this.tokenRequests += 1;
		if (this.isDown) {
			this.note(`${by} requests a token in vain`);
			return this.respond(HTTP.unavailable, {});
		}
		if (refreshToken !== undefined && !this.takes(refreshToken)) {
			this.note(`${by} sends ${refreshToken} in vain`);
			this.refusedRefreshesAt.push(now);
			return this.respond(HTTP.unauthorized, {});
		}
		const { lifeInMs, oneLiveToken, tokensInAnHour, repeatsToken } = this.settings;
		const [again] = [...this.live].filter(([, { endsAt }]) => now < endsAt);
		if (repeatsToken && again) {
			return this.respond(HTTP.ok, { token: again[0], life: again[1].endsAt - now });
		}
		const lately = this.mintedAt.filter((at) => at > now - ONE_HOUR_IN_MS).length;
		if (tokensInAnHour !== undefined && lately >= tokensInAnHour) {
			this.refusedForQuota += 1;
			return this.respond(HTTP.unauthorized, {});
		}
		if (oneLiveToken) this.live.clear();
		const token = `${this.name}-${this.mintedAt.length + 1}`;
		this.mintedAt.push(now);
		this.known.add(token);
		this.live.set(token, { endsAt: now + lifeInMs });
		if (refreshToken !== undefined) this.refreshed += 1;
		const isLost = this.random.chance(this.settings.lostShare);
		this.note(`${by} gets ${token}${isLost ? ', which is lost' : ''}`);
		const refresh = this.newRefreshToken(token);
		if (isLost) {
			this.lostAt.push(now);
			return undefined;
		}
		return this.respond(HTTP.ok, { token, life: lifeInMs, ...refresh });
	}

	private takes(refreshToken: string): boolean {
		const isForOneUse = this.settings.refreshTokens === 'for one use';
		return isForOneUse
			? this.refreshTokens.delete(refreshToken)
			: this.refreshTokens.has(refreshToken);
	}

	private newRefreshToken(token: string): { refresh?: string } {
		if (!this.settings.refreshTokens) return {};
		const refresh = `refresh-of-${token}`;
		this.refreshTokens.add(refresh);
		return { refresh };
	}

	private respond(statusCode: number, body: object) {
		const date = new Date(this.clock.now() + this.settings.clockOffsetInMs).toUTCString();
		return { statusCode, headers: { date }, body: [Buffer.from(JSON.stringify(body))] };
	}
}
