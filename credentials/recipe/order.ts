import { quoted, recipeError } from './recipe-error';

/**
 * The order in which steps can be computed: each behind those whose results it needs, otherwise as
 * they are written.
 *
 * @param needs of each step, the positions of those it needs
 * @returns positions
 * @throws UserError where a step needs its own result, directly or through others
 */
export function orderOf(names: string[], needs: Array<Set<number>>): number[] {
	const order: number[] = [];
	const visit = (position: number, way: number[]): void => {
		if (order.includes(position)) return;
		const circle = way.indexOf(position);
		if (circle >= 0) throw circular(names, [...way.slice(circle), position]);
		for (const need of needs[position]) visit(need, [...way, position]);
		order.push(position);
	};
	names.forEach((_, position) => visit(position, []));
	return order;
}

function circular(names: string[], circle: number[]): Error {
	const way = circle.map((position) => quoted(names[position])).join(' needs ');
	return recipeError(
		`steps[${circle[0]}] needs its own result`,
		`${way}. Take one of these references out.`,
	);
}
