import { akamaiEdgeGrid } from './akamai-edge-grid';
import { alibabaCloudRpc } from './alibaba-cloud-rpc';
import { alibabaCloudV3 } from './alibaba-cloud-v3';
import { awsSignatureV4 } from './aws-signature-v4';
import { bca } from './bca';
import { binance } from './binance';
import { bitmex } from './bitmex';
import { ciscoDuo } from './cisco-duo';
import { clientCredentialsJson } from './client-credentials-json';
import { cloudinaryUpload } from './cloudinary-upload';
import { deribit } from './deribit';
import { ebaySignature } from './ebay-signature';
import { gate } from './gate';
import { hawk } from './hawk';
import { httpMessageSignatures } from './http-message-signatures';
import { jwtBearer } from './jwt-bearer';
import { jwtHs256 } from './jwt-hs256';
import { kraken } from './kraken';
import { lazada } from './lazada';
import { loginPassword } from './login-password';
import { marvel } from './marvel';
import { mexc } from './mexc';
import { oauth1 } from './oauth1';
import { oracleCloud } from './oracle-cloud';
import { ovhcloud } from './ovhcloud';
import { paytrail } from './paytrail';
import { pusherChannels } from './pusher-channels';
import { snapBi } from './snap-bi';
import { taobao } from './taobao';
import { tbank } from './tbank';
import { tuya } from './tuya';
import { wechatOfficialAccount } from './wechat-official-account';
import { wechatPayHmac } from './wechat-pay-hmac';
import { wechatPayMd5 } from './wechat-pay-md5';
import type { Preset } from '../preset';

/** In the order of their names, as the form shows them. */
export const PRESETS: Preset[] = [
	akamaiEdgeGrid,
	alibabaCloudRpc,
	alibabaCloudV3,
	awsSignatureV4,
	bca,
	binance,
	bitmex,
	ciscoDuo,
	cloudinaryUpload,
	deribit,
	ebaySignature,
	gate,
	hawk,
	httpMessageSignatures,
	jwtHs256,
	kraken,
	lazada,
	loginPassword,
	marvel,
	mexc,
	oauth1,
	clientCredentialsJson,
	jwtBearer,
	oracleCloud,
	ovhcloud,
	paytrail,
	pusherChannels,
	snapBi,
	tbank,
	taobao,
	tuya,
	wechatOfficialAccount,
	wechatPayHmac,
	wechatPayMd5,
];
