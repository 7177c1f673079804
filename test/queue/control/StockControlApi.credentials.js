/**
 * A credential as n8n's documentation shows one: n8n's stock refresh, for comparison with ours.
 * It works against the simulator's plain OAuth 2 provider.
 */
class StockControlApi {
	constructor() {
		this.name = 'stockControlApi';
		this.displayName = 'Stock Control API';
		this.properties = [
			{
				displayName: 'Token',
				name: 'sessionToken',
				type: 'hidden',
				typeOptions: { expirable: true },
				default: '',
			},
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
			{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', default: '' },
		];
		this.authenticate = {
			type: 'generic',
			properties: { headers: { Authorization: '=Bearer {{$credentials.sessionToken}}' } },
		};
	}

	// n8n calls this with the helpers as `this`, not with the credential.
	async preAuthentication({ url, clientId, clientSecret }) {
		const { access_token: sessionToken } = await this.helpers.httpRequest({
			method: 'POST',
			url: `${url}/token`,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
		});
		return { sessionToken };
	}
}

module.exports = { StockControlApi };
