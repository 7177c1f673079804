import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { hasExpression } from './parameters';
import type { LocalOperation, Operation, Provider } from './provider';

/** The operation chosen for an input item. */
export type ChosenOperation = (itemIndex: number) => Operation | LocalOperation;

/**
 * Looks operations up: once for all items, unless resource or operation is an expression.
 *
 * @throws NodeOperationError where the node has no such operation
 */
export function operationChooser(context: IExecuteFunctions, provider: Provider): ChosenOperation {
	const { resource, operation } = context.getNode().parameters;
	const isFixed = !hasExpression([resource, operation]);
	let known: Operation | LocalOperation | undefined;
	return (itemIndex) => {
		const chosen = known ?? operationOf(context, provider, itemIndex);
		if (isFixed) known = chosen;
		return chosen;
	};
}

function operationOf(
	context: IExecuteFunctions,
	provider: Provider,
	itemIndex: number,
): Operation | LocalOperation {
	const resource = context.getNodeParameter('resource', itemIndex) as string;
	const name = context.getNodeParameter('operation', itemIndex) as string;
	const operation = provider.resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), 'This operation does not exist', {
		description: `Choose resource and operation again in the ${provider.name} node.`,
		itemIndex,
	});
}
