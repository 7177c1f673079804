import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '../..');
/** Stands for what is only known when the error happens. */
export const PLACEHOLDER = '…';
/** Which argument is the text, for the classes that n8n brings along. */
const TEXT_ARGUMENT: Record<string, number> = {
	Error: 0,
	UserError: 0,
	NodeOperationError: 1,
	NodeApiError: 1,
};

export interface ErrorText {
	/** With {@link PLACEHOLDER} for each value. */
	text: string;
	file: string;
}

export interface Collected {
	texts: ErrorText[];
	/** Expressions whose text cannot be read from the source, as `file: expression`. */
	passedOn: string[];
}

/** All TypeScript files below some folders of the repository. */
export function sources(...folders: string[]): ts.SourceFile[] {
	return folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(ROOT, folder, name))
			.map((path) => parse(relative(ROOT, path), readFileSync(path, 'utf8'))),
	);
}

export function parse(name: string, text: string): ts.SourceFile {
	return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	node.forEachChild((child) => walk(child, visit));
}

/**
 * The texts of all errors that the sources can throw, and of all properties called `message`: what
 * an error class gets as its text, followed through constants, conditions, and parameters of the
 * functions and constructors that hand a text on.
 */
export function errorTexts(files: ts.SourceFile[]): Collected {
	const nodes: ts.Node[] = [];
	for (const file of files) walk(file, (node) => nodes.push(node));
	const calls = nodes.filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node));
	const found = new Map<string, ErrorText>();
	const passedOn = new Set<string>();
	const followed = new Set<ts.Node>();

	const note = (expression: ts.Node, texts: string[] | undefined) => {
		const file = expression.getSourceFile().fileName;
		if (!texts) passedOn.add(`${file}: ${expression.getText()}`);
		for (const text of texts ?? []) if (text) found.set(text, { text, file });
	};
	const collect = (expression: ts.Expression | undefined): void => {
		if (!expression || followed.has(expression)) return;
		followed.add(expression);
		const value = bare(expression);
		if (ts.isObjectLiteralExpression(value)) return collect(messageOf(value));
		if (ts.isConditionalExpression(value)) {
			collect(value.whenTrue);
			return collect(value.whenFalse);
		}
		const texts = staticTexts(value);
		if (texts || !ts.isIdentifier(value)) return note(value, texts);
		const declaration = declarationOf(value);
		if (declaration && ts.isVariableDeclaration(declaration)) {
			return collect(declaration.initializer);
		}
		if (!declaration || !ts.isParameter(declaration)) return note(value, undefined);
		const { name, index } = ownerOf(declaration);
		for (const call of calls)
			if (nameOf(call.expression) === name) collect(call.arguments?.[index]);
	};

	for (const node of nodes) {
		if (ts.isNewExpression(node)) {
			const position = TEXT_ARGUMENT[nameOf(node.expression) ?? ''];
			if (position !== undefined) collect(node.arguments?.[position]);
		}
		const isSuper =
			ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
		if (isSuper) collect(node.arguments[0]);
		if (ts.isPropertyAssignment(node) && node.name.getText() === 'message') {
			const text = constantOf(node.initializer);
			if (text !== undefined) note(node, [text]);
		}
	}
	return { texts: [...found.values()], passedOn: [...passedOn].sort() };
}

/** Undefined where it is no literal. */
function staticTexts(node: ts.Expression): string[] | undefined {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (!ts.isTemplateExpression(node)) return undefined;
	const rest = node.templateSpans.map(
		({ expression, literal }) => (constantOf(expression) ?? PLACEHOLDER) + literal.text,
	);
	return [node.head.text + rest.join('')];
}

/** A number or text that a constant, or a property of one, always has. */
function constantOf(node: ts.Expression | undefined): string | undefined {
	if (!node) return undefined;
	const value = bare(node);
	if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text;
	if (ts.isIdentifier(value)) {
		const declaration = declarationOf(value);
		const isConstant = declaration !== undefined && ts.isVariableDeclaration(declaration);
		return isConstant ? constantOf(declaration.initializer) : undefined;
	}
	if (!ts.isPropertyAccessExpression(value) || !ts.isIdentifier(value.expression)) return undefined;
	const declaration = declarationOf(value.expression);
	if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) {
		return undefined;
	}
	const object = bare(declaration.initializer);
	if (!ts.isObjectLiteralExpression(object)) return undefined;
	const property = object.properties.find(({ name }) => name?.getText() === value.name.text);
	return property && ts.isPropertyAssignment(property)
		? constantOf(property.initializer)
		: undefined;
}

/** Without `as`, `satisfies` and parentheses. */
function bare(node: ts.Expression): ts.Expression {
	return ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
		? bare(node.expression)
		: node;
}

function messageOf(object: ts.ObjectLiteralExpression): ts.Expression | undefined {
	for (const property of object.properties) {
		if (property.name?.getText() !== 'message') continue;
		if (ts.isPropertyAssignment(property)) return property.initializer;
		if (ts.isShorthandPropertyAssignment(property)) return property.name;
	}
	return undefined;
}

/** The parameter or constant of that name in the functions around it, or in its file. */
function declarationOf(identifier: ts.Identifier): ts.Declaration | undefined {
	for (let scope: ts.Node = identifier.parent; scope; scope = scope.parent) {
		const candidates: ts.Declaration[] = [];
		if (ts.isFunctionLike(scope)) candidates.push(...scope.parameters);
		if (ts.isBlock(scope) || ts.isSourceFile(scope)) {
			for (const statement of scope.statements) {
				if (ts.isVariableStatement(statement)) {
					candidates.push(...statement.declarationList.declarations);
				}
			}
		}
		const known = candidates.find((each) => namesOf(each).includes(identifier.text));
		if (known) return isPlain(known) ? known : undefined;
	}
	return undefined;
}

function namesOf(declaration: ts.Declaration): string[] {
	const names: string[] = [];
	const { name } = declaration as ts.NamedDeclaration;
	if (name) walk(name, (node) => ts.isIdentifier(node) && names.push(node.text));
	return names;
}

/** Not taken out of an object. */
function isPlain(declaration: ts.Declaration): boolean {
	return ts.isIdentifier((declaration as ts.NamedDeclaration).name ?? declaration);
}

/** What is called to fill a parameter, and its position there. */
function ownerOf(parameter: ts.ParameterDeclaration): { name?: string; index: number } {
	const owner = parameter.parent;
	const index = owner.parameters.indexOf(parameter);
	const named = ts.isConstructorDeclaration(owner)
		? owner.parent
		: ts.isArrowFunction(owner)
			? owner.parent
			: owner;
	return { name: (named as ts.NamedDeclaration).name?.getText(), index };
}

/** The last name in `a.b.c`. */
function nameOf(callee: ts.Expression): string | undefined {
	if (ts.isIdentifier(callee)) return callee.text;
	return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}
