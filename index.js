'use strict';

/** The credential and node classes, for tools that use them without n8n's loader. */
module.exports = {
	...require('./dist/credentials/GuestlineCheckoutApi.credentials.js'),
	...require('./dist/credentials/NetzmeApi.credentials.js'),
	...require('./dist/credentials/PartnerApi.credentials.js'),
	...require('./dist/credentials/PartnerWebhookApi.credentials.js'),
	...require('./dist/credentials/PledgApi.credentials.js'),
	...require('./dist/credentials/SasomApi.credentials.js'),
	...require('./dist/credentials/SuApi.credentials.js'),
	...require('./dist/nodes/GuestlineCheckout/GuestlineCheckout.node.js'),
	...require('./dist/nodes/Netzme/Netzme.node.js'),
	...require('./dist/nodes/Netzme/NetzmeTrigger.node.js'),
	...require('./dist/nodes/Partner/Partner.node.js'),
	...require('./dist/nodes/Partner/PartnerTrigger.node.js'),
	...require('./dist/nodes/Pledg/Pledg.node.js'),
	...require('./dist/nodes/Pledg/PledgTrigger.node.js'),
	...require('./dist/nodes/Sasom/Sasom.node.js'),
	...require('./dist/nodes/Sasom/SasomTrigger.node.js'),
	...require('./dist/nodes/Su/Su.node.js'),
	...require('./dist/nodes/Su/SuReservationsTrigger.node.js'),
	...require('./dist/nodes/Su/SuTrigger.node.js'),
};
