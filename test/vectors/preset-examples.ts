import { exampleOf, type WebhookExample } from './received';
import published from './webhook-presets.json';

/** An example that a partner publishes, for the preset of that partner. */
export interface PresetExample {
	preset: string;
	choices?: Record<string, string>;
	id: string;
	source: string;
	/** Of a library that is not the partner's own: it shows nothing that the partner says. */
	isOfThirdParty?: boolean;
	/** What of the recipe the example does not follow. */
	without?: string[];
	isHandshake?: boolean;
	inputs: WebhookExample['inputs'];
	expected?: { id?: string; status?: number; body?: string };
	tampered: { what: string; inputs: Partial<WebhookExample['inputs']> };
}

type Entry = Partial<Omit<PresetExample, 'tampered'>> & {
	preset: string;
	/** The ID of an example in webhooks.json. */
	from?: string;
	tampered?: { what: string; replace: [string, string] };
};

export const PRESET_EXAMPLES = (published as unknown as Entry[]).map(whole);

function whole({ from, tampered, ...entry }: Entry): PresetExample {
	if (from !== undefined) return { ...exampleOf<PresetExample>(from), ...entry };
	const { what = '', replace: [found, put] = ['', ''] } = tampered ?? {};
	const rawBody = entry.inputs?.rawBody ?? '';
	return {
		...(entry as PresetExample),
		tampered: { what, inputs: { rawBody: rawBody.replace(found, put) } },
	};
}
