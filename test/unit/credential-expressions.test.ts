import { GuestlineCheckoutApi } from '../../credentials/GuestlineCheckoutApi.credentials';
import { NetzmeApi } from '../../credentials/NetzmeApi.credentials';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { SasomApi } from '../../credentials/SasomApi.credentials';
import { SuApi } from '../../credentials/SuApi.credentials';

/**
 * Where there is no item (triggers, the connection test), n8n cannot evaluate an expression of one. A
 * field with this option is left out then, so that the error names the field; without it, n8n's says
 * "Node '' hasn't been executed" (n8n/dist/credentials-helper.js, resolveCredentialExpressionsByProperty).
 */
it.each([GuestlineCheckoutApi, NetzmeApi, PledgApi, SasomApi, SuApi].map((each) => [new each()]))(
	'$displayName: a text field whose expression cannot be evaluated is named',
	({ properties }) => {
		const texts = properties.filter(({ type }) => type === 'string');
		expect(texts.length).toBeGreaterThan(1);
		const others = texts.filter(
			({ typeOptions }) => typeOptions?.ignoreCredentialExpressionResolveError !== true,
		);
		expect(others.map(({ displayName }) => displayName)).toEqual([]);
	},
);
