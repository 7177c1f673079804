import { PROVIDER_NAMES, startSimulator, type SimulatorOptions } from './index';

/** Ports come from SIM_PORT_SASOM, SIM_PORT_CONTROL and so on. */
function portsFromEnvironment(): SimulatorOptions['ports'] {
	const names = [...PROVIDER_NAMES, 'control'];
	return Object.fromEntries(
		names.map((name) => [name, Number(process.env[`SIM_PORT_${name.toUpperCase()}`] ?? 0)]),
	);
}

async function main(): Promise<void> {
	const simulator = await startSimulator({ ports: portsFromEnvironment() });
	process.stdout.write(`${JSON.stringify(simulator.urls)}\n`);
	const end = () => void simulator.stop().then(() => process.exit(0));
	process.once('SIGTERM', end);
	process.once('SIGINT', end);
}

main().catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
