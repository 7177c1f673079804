import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { runCommand } from '../e2e/harness/command';
import { n8nCommand, ROOT } from '../e2e/harness/paths';
import { freePort } from '../e2e/harness/ports';
import { poll } from '../e2e/harness/rest';
import { openTunnel } from './tunnel';

/**
 * n8n takes another registry than this one only with a licence (`getNpmRegistry` in n8n's
 * `community-packages.service.js`). So the private registry answers under this name, with a
 * certificate that only this n8n and its npm trust, behind the proxy they are told to use.
 */
const HOST = 'registry.npmjs.org';
const READY_WITHIN_MS = 60_000;

/** A private npm registry on the loopback interface. It knows nothing but what is published here. */
export interface Registry {
	/** Has n8n, and the npm that n8n runs, take packages from here. */
	env: Record<string, string>;
	/** Publishes what is in a tarball under a version of its own. */
	publish(tarball: string, version: string): Promise<void>;
	/** What n8n asked for besides, as `host:port`. */
	refused: string[];
	stop(): Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
	const directory = mkdtempSync(join(tmpdir(), 'partner-apis-registry-'));
	const file = (name: string) => join(directory, name);
	const port = await freePort();
	const address = `127.0.0.1:${port}`;

	const { cert, private: key } = await generate([{ name: 'commonName', value: HOST }], {
		keySize: 2048,
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: HOST },
					{ type: 7, ip: '127.0.0.1' },
				],
			},
		],
	});
	writeFileSync(file('cert.pem'), cert);
	writeFileSync(file('key.pem'), key);
	writeFileSync(file('config.json'), JSON.stringify(configuration(file)));
	writeFileSync(file('npmrc'), `//${address}/:_authToken=invented\n`);

	// On the command line, because the npm that runs the tests hands its configuration on.
	const publishArgs = [
		`--registry=https://${address}/`,
		`--userconfig=${file('npmrc')}`,
		`--cafile=${file('cert.pem')}`,
		`--cache=${file('npm-cache')}`,
		'--noproxy=127.0.0.1',
		'--ignore-scripts',
		'--loglevel=error',
	];

	const stop = await startVerdaccio(file('config.json'), address);
	const tunnel = await openTunnel(`${HOST}:443`, port);
	return {
		env: {
			HTTPS_PROXY: tunnel.url,
			NODE_EXTRA_CA_CERTS: file('cert.pem'),
			// npm's configuration of this machine and its user could lead elsewhere: these are not there.
			npm_config_userconfig: file('user-npmrc'),
			npm_config_globalconfig: file('global-npmrc'),
			npm_config_cache: file('npm-cache'),
			npm_config_update_notifier: 'false',
		},
		publish: async (tarball, version) => {
			const unpacked = file(version);
			mkdirSync(unpacked);
			await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], unpacked);
			const manifest = join(unpacked, 'package.json');
			const content = JSON.parse(readFileSync(manifest, 'utf8')) as object;
			writeFileSync(manifest, JSON.stringify({ ...content, version }, null, 2));
			await runCommand('npm', ['publish', ...publishArgs], unpacked);
		},
		refused: tunnel.refused,
		stop: async () => {
			tunnel.close();
			await stop();
			rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** No uplinks: the registry asks nobody. Everybody on this machine may publish. */
function configuration(file: (name: string) => string): object {
	return {
		storage: file('storage'),
		auth: { htpasswd: { file: file('htpasswd') } },
		packages: { '**': { access: '$all', publish: '$all' } },
		https: { key: file('key.pem'), cert: file('cert.pem') },
		log: { type: 'stdout', level: 'warn' },
	};
}

/** With n8n's Node: Verdaccio needs a newer one than this package. */
async function startVerdaccio(config: string, address: string): Promise<() => Promise<void>> {
	const verdaccio = join(__dirname, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
	const endWithParent = join(ROOT, 'test', 'e2e', 'harness', 'end-with-parent.cjs');
	const args = ['--require', endWithParent, verdaccio, '--config', config];
	let log = '';
	const child = spawn(n8nCommand().node, [...args, '--listen', `https://${address}`], {
		stdio: 'pipe',
		detached: true,
	});
	child.stdout.on('data', (data: Buffer) => (log += data));
	child.stderr.on('data', (data: Buffer) => (log += data));
	const exited = new Promise((resolve) => child.once('exit', resolve));
	const ready = async () => {
		if (child.exitCode !== null) throw new Error(`The registry ended:\n${log}`);
		return (await answers(address)) || undefined;
	};
	const stop = async () => {
		child.kill();
		await exited;
	};
	try {
		await poll(ready, READY_WITHIN_MS, 'The registry did not start.');
	} catch (error) {
		await stop();
		throw error;
	}
	return stop;
}

async function answers(address: string): Promise<boolean> {
	const [host, port] = address.split(':');
	return await new Promise((resolve) => {
		const socket = connect(Number(port), host, () => resolve(true));
		socket.on('connect', () => socket.destroy()).on('error', () => resolve(false));
	});
}
