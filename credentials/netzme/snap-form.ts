import type { INodeProperties } from 'n8n-workflow';
import { SNAP_FAMILIES } from './families';

/** What the credential's form shows for the families that follow SNAP BI only. */
export const SNAP_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		typeOptions: { password: true, rows: 4, ignoreCredentialExpressionResolveError: true },
		default: '',
		required: true,
		hint: 'Gets the access token. PEM, or the same in Base64 without the lines of PEM, as Netzme hands it out.',
		displayOptions: { show: { apiFamily: SNAP_FAMILIES } },
	},
	{
		displayName: 'Channel ID',
		name: 'channelId',
		type: 'string',
		typeOptions: { ignoreCredentialExpressionResolveError: true },
		default: '',
		required: true,
		placeholder: 'e.g. 95221',
		description: 'Names the channel that you use, from Netzme; sent with every request',
		displayOptions: { show: { apiFamily: SNAP_FAMILIES } },
	},
	{
		displayName: 'Callback Token',
		name: 'callbackToken',
		type: 'string',
		typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
		default: '',
		hint: 'For the Netzme Trigger: callbacks without it are refused. Leave empty if Netzme gave you none.',
		displayOptions: { show: { apiFamily: SNAP_FAMILIES } },
	},
	{
		displayName: 'Callback Public Key',
		name: 'callbackPublicKey',
		type: 'string',
		typeOptions: { password: true, rows: 4, ignoreCredentialExpressionResolveError: true },
		default: '',
		hint: "For the Netzme Trigger: Netzme's public key, which verifies callbacks with a signature. Leave empty if Netzme gave you none.",
		displayOptions: { show: { apiFamily: SNAP_FAMILIES } },
	},
];
