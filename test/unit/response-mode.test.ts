import { resolveWebhookDescriptionField, type INode, type INodeType } from 'n8n-workflow';
import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { PledgTrigger } from '../../nodes/Pledg/PledgTrigger.node';
import { SuTrigger } from '../../nodes/Su/SuTrigger.node';

const TRIGGERS: Array<[string, INodeType]> = [
	['Netzme', new NetzmeTrigger()],
	['Pledg', new PledgTrigger()],
	['Su', new SuTrigger()],
];

/** As n8n reads it before it has the engine evaluate a template. */
function readNatively({ description }: INodeType, parameters: INode['parameters']) {
	const [webhook] = description.webhooks ?? [];
	return resolveWebhookDescriptionField({ parameters } as INode, webhook, 'responseMode');
}

describe.each(TRIGGERS)('when n8n answers for the %s Trigger', (_, trigger) => {
	it.each(['onReceived', 'lastNode'])('is read without the engine: %s', (responseMode) => {
		expect(readNatively(trigger, { responseMode, options: { binaryData: true } })).toEqual({
			resolved: true,
			value: responseMode,
		});
	});

	it('is left to the engine where a parameter is an expression', () => {
		const parameters = { responseMode: 'lastNode', other: '={{ 1 }}' };
		expect(readNatively(trigger, parameters)).toEqual({ resolved: false });
	});

	it('is known to earlier versions, and to the editor, as a template', () => {
		const [webhook] = JSON.parse(JSON.stringify(trigger.description.webhooks)) as object[];
		expect(webhook).toMatchObject({ responseMode: '={{ $parameter["responseMode"] }}' });
	});
});
