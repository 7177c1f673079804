// `npm run test:browser`: installs what is missing and runs the tests in a browser, which need
// Chromium; PARTNER_APIS_CHROMIUM may name it. `npm run pictures` (`--pictures`) takes the pictures
// in docs/images on the way.
import { existsSync } from 'node:fs';
import { ensureN8n, ensureRegistry, ensureRoot } from './install.mjs';
import { jest } from './steps.mjs';

const PICTURES = '--pictures';
const PLACES = [process.env.PARTNER_APIS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

const chromium = PLACES.find((path) => path && existsSync(path));
const args = process.argv.slice(2);

if (!chromium) {
	console.error(
		'There is no Chromium: install it with "apt-get install chromium", or name one in PARTNER_APIS_CHROMIUM.',
	);
	process.exitCode = 2;
} else {
	process.env.PARTNER_APIS_CHROMIUM = chromium;
	if (args.includes(PICTURES)) process.env.PARTNER_APIS_PICTURES = '1';
	await ensureRoot();
	await ensureN8n();
	await ensureRegistry();
	const jestArgs = args.filter((each) => each !== PICTURES);
	await jest('test-browser', ['-c', 'test/browser/jest.config.js', ...jestArgs]);
}
