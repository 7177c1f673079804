import { adyen } from './adyen';
import { alipay } from './alipay';
import { braintree } from './braintree';
import { coinbaseCommerce } from './coinbase-commerce';
import { convoy } from './convoy';
import { discord } from './discord';
import { finch } from './finch';
import { github } from './github';
import { gocardless } from './gocardless';
import { hubspot } from './hubspot';
import { hubspotLegacy } from './hubspot-legacy';
import { inticore } from './inticore';
import { mailgun } from './mailgun';
import { messagebird } from './messagebird';
import { meta } from './meta';
import { midtrans } from './midtrans';
import { onfido } from './onfido';
import { paddle } from './paddle';
import { paystack } from './paystack';
import { pusherChannels } from './pusher-channels';
import { razorpay } from './razorpay';
import { sendgrid } from './sendgrid';
import { shopify } from './shopify';
import { sinch } from './sinch';
import { slack } from './slack';
import { snapBi } from './snap-bi';
import { square } from './square';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';
import { twilio } from './twilio';
import { typeform } from './typeform';
import { vonage } from './vonage';
import { wechatPay } from './wechat-pay';
import { xendit } from './xendit';
import { xero } from './xero';
import { zoom } from './zoom';
import type { WebhookPreset } from '../preset';

/** In the order of their names, as the form shows them. */
export const PRESETS: WebhookPreset[] = [
	adyen,
	alipay,
	braintree,
	coinbaseCommerce,
	convoy,
	discord,
	finch,
	github,
	gocardless,
	hubspot,
	hubspotLegacy,
	inticore,
	mailgun,
	messagebird,
	meta,
	midtrans,
	onfido,
	paddle,
	paystack,
	pusherChannels,
	razorpay,
	sendgrid,
	shopify,
	sinch,
	slack,
	snapBi,
	square,
	standardWebhooks,
	stripe,
	twilio,
	typeform,
	vonage,
	wechatPay,
	xendit,
	xero,
	zoom,
];
