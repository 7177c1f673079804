import { startShared } from '../e2e/shared';

/** n8n as it comes. */
export default async () => await startShared();
