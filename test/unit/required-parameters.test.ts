import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import { netzme } from '../../nodes/Netzme/provider';
import { partner } from '../../nodes/Partner/provider';
import { pledg } from '../../nodes/Pledg/provider';
import { sasom } from '../../nodes/Sasom/provider';
import { parametersOf } from '../../nodes/shared/properties';
import { su } from '../../nodes/Su/provider';

const EXPRESSION = '={{ $json.choice }}';

/** What n8n says is missing before it runs a node with these parameters: its own decision. */
function missing(properties: INodeProperties[], parameters: INode['parameters']): string[] {
	const node = { typeVersion: 1, parameters } as INode;
	const issues = properties.map((property) =>
		NodeHelpers.getParameterIssues(property, parameters, '', node, null),
	);
	return issues.flatMap((each) => Object.values(each.parameters ?? {}).flat());
}

/** Parameters that decide whether another one is shown, with those. */
const CHOICES = [guestlineCheckout, netzme, partner, pledg, sasom, su].flatMap((provider) =>
	provider.resources.flatMap(({ name, operations }) =>
		operations.flatMap((operation) => {
			const all = parametersOf(operation);
			const of = (choice: string) =>
				all.filter(({ displayOptions }) => choice in (displayOptions?.show ?? {}));
			return all
				.filter((each) => of(each.name).length > 0)
				.map((each): [string, string, INodeProperties[]] => [
					`${provider.name}, ${name}: ${operation.name}`,
					each.name,
					of(each.name),
				]);
		}),
	),
);

it('there are such choices', () => {
	expect(CHOICES.map(([operation, choice]) => `${operation}: ${choice}`)).toEqual(
		expect.arrayContaining([
			'SASOM, R2S Batch: Create: logisticType',
			'Su, Availability: Push: input',
		]),
	);
});

it.each(CHOICES)(
	'%s demands nothing for an expression in %s, as not all of it may be needed',
	(_operation, choice, dependent) => {
		const empty = Object.fromEntries(dependent.map(({ name }) => [name, '']));
		expect(missing(dependent, { ...empty, [choice]: EXPRESSION })).toEqual([]);
	},
);

it('n8n does demand what is marked as required', () => {
	const [hotelId] = parametersOf(su.resources[1].operations[0]);
	expect(missing([hotelId], { hotelId: '' })).toEqual(['Parameter "Hotel ID" is required.']);
});
