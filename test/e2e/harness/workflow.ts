/** As n8n exports it; further fields are kept. */
export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	[field: string]: unknown;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[field: string]: unknown;
}

/** The types of the credentials a workflow needs, in the order of its nodes. */
export function credentialTypesOf(workflow: Workflow): string[] {
	return [...new Set(workflow.nodes.flatMap(typesOfNode))];
}

/**
 * A copy of the workflow in which every credential of a known type is the given one, as the editor
 * does after an import. Works for own nodes and for "Predefined Credential Type".
 */
export function attachCredentials(
	workflow: Workflow,
	credentials: Array<{ id: string; name: string; type: string }>,
): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const attached = typesOfNode(node).flatMap((type) => {
			const ofType = credentials.filter((each) => each.type === type);
			const wanted = purposeOf(node.credentials?.[type]?.name);
			const found = ofType.find(({ name }) => purposeOf(name) === wanted) ?? ofType[0];
			return found ? [[type, { id: found.id, name: found.name }] as const] : [];
		});
		return attached.length === 0
			? node
			: { ...node, credentials: { ...node.credentials, ...Object.fromEntries(attached) } };
	});
	return { ...workflow, nodes };
}

/** The name of a credential without its last word: "Exchange" of "Exchange account". */
function purposeOf(name = ''): string {
	return name.replace(/ \S+$/, '');
}

/** Whether one of the package's triggers starts it, so that a run by hand shows nothing of it. */
export function waitsForProvider({ nodes }: Workflow): boolean {
	return nodes.some(({ type }) => /^n8n-nodes-partner-apis\..*Trigger$/.test(type));
}

/** The node a manual run starts from: "Manual Trigger" if there is one, else any trigger. */
export function triggerOf(workflow: Workflow): string {
	const trigger =
		workflow.nodes.find((node) => node.type === 'n8n-nodes-base.manualTrigger') ??
		workflow.nodes.find((node) => /trigger$|\.webhook$/i.test(node.type));
	if (!trigger) throw new Error(`The workflow "${workflow.name}" has no trigger.`);
	return trigger.name;
}

function typesOfNode(node: WorkflowNode): string[] {
	const predefined = node.parameters.nodeCredentialType;
	return [
		...Object.keys(node.credentials ?? {}),
		...(typeof predefined === 'string' ? [predefined] : []),
	];
}
