import { startSimulator } from '../simulator';
import { startN8n } from './harness/n8n';
import { packPackage } from './harness/pack';
import { publish } from './running';

/** Starts what all tests of a run share: the simulator, and n8n with the packed package. */
export async function startShared(env: Record<string, string> = {}): Promise<void> {
	const simulator = await startSimulator();
	const n8n = await startN8n({ tarball: await packPackage(), env });
	const { url, userFolder, logFile } = n8n;
	publish({ n8n: { url, userFolder, logFile }, urls: simulator.urls }, async () => {
		await n8n.remove();
		await simulator.stop();
	});
}
