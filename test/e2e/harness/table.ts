export type Cell = string | number;

/**
 * An aligned text table with a rule under the header; numbers stand to the right.
 * Column order is that of the header.
 */
export function table(header: string[], rows: Cell[][]): string {
	const widths = header.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
	);
	const line = (cells: Cell[]) =>
		widths
			.map((width, column) => {
				const cell = cells[column] ?? '';
				return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width));
	return [header, rule, ...rows].map(line).join('\n');
}
