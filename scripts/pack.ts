/** Builds and packs the package for tests that start next, several at once. */
import { packPackage } from '../test/e2e/harness/pack';

void packPackage();
