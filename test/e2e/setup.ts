import { ISOLATES_ON_DEMAND } from './harness/environment';
import { startShared } from './shared';

export default async () => await startShared(ISOLATES_ON_DEMAND);
