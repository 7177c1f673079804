import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type INode,
	type INodeParameters,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/**
 * A credential with its expressions evaluated as n8n does (n8n/dist/credentials-helper,
 * applyDefaultsAndOverwrites): with an item, its values are at hand; without one, as in
 * triggers, expressions find nothing.
 */
export function evaluated(
	data: ICredentialDataDecryptedObject,
	mode: WorkflowExecuteMode,
	executeData: IExecuteData | undefined,
	values: ICredentialsExpressionResolveValues | undefined,
): ICredentialDataDecryptedObject {
	if (!values) {
		if (!JSON.stringify(data).includes('"=')) return data;
		const workflow = new Workflow({
			nodes: [MOCK_NODE],
			connections: {},
			active: false,
			nodeTypes: { getByNameAndVersion: () => ({ description: { properties: [] } }) } as never,
		});
		return workflow.expression.getComplexParameterValue(
			MOCK_NODE,
			data as INodeParameters,
			mode,
			{},
			undefined,
			undefined,
			data as INodeParameters,
		) as ICredentialDataDecryptedObject;
	}
	return values.workflow.expression.getParameterValue(
		data as INodeParameters,
		values.runExecutionData,
		values.runIndex,
		values.itemIndex,
		values.node.name,
		values.connectionInputData,
		mode,
		{},
		executeData,
		false,
		data as INodeParameters,
	) as unknown as ICredentialDataDecryptedObject;
}

const MOCK_NODE: INode = {
	id: 'mock',
	name: '',
	typeVersion: 1,
	type: 'mock',
	position: [0, 0],
	parameters: {},
};
