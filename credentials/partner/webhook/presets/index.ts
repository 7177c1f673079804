import type { WebhookPreset } from '../preset';

/** In the order of their names, as the form shows them. */
export const PRESETS: WebhookPreset[] = [];
