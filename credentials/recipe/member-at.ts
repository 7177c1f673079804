/**
 * A member of parsed JSON.
 *
 * @param path names with dots between them, numbers in a list; a name with dots in it is found as it is
 * @returns undefined where there is none
 */
export function memberAt(value: unknown, path: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path];
	for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
		const name = path.slice(0, dot);
		if (!Object.hasOwn(value, name)) continue;
		const found = memberAt((value as Record<string, unknown>)[name], path.slice(dot + 1));
		if (found !== undefined) return found;
	}
	return undefined;
}
