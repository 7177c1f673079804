import { startSimulator } from '../../simulator';
import { publish } from '../running';

export default async function setup(): Promise<void> {
	const { urls, stop } = await startSimulator();
	publish({ urls }, stop);
}
