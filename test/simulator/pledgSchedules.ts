import { isDay, isWhole } from './call';

/**
 * "Payment schedule simulation": `amount_cents` and `created` are required.
 *
 * @returns the schedule, or what is wrong with the settings
 */
export function scheduleOf(settings: Record<string, unknown> | undefined): object | string {
	if (!settings) return 'The body must be a JSON object';
	const { amount_cents, created, second_installment_date: second } = settings;
	if (!isWhole(amount_cents, 1)) return 'amount_cents must be a positive integer';
	if (!isDay(created)) return 'created must be a date YYYY-MM-DD';
	// Own choice: the format, and that it is a later day.
	if (second !== undefined && !(isDay(second) && second > created)) {
		return 'second_installment_date must be a date YYYY-MM-DD after created';
	}
	return {
		INSTALLMENT: installments(Number(amount_cents), created, second),
		debit_rate: 0,
		taeg: 21.05,
	};
}

// Own choice: three parts, one a month, the rest of the division and 1 % of fees in the first.
function installments(amountCents: number, created: string, second?: string): object[] {
	const part = Math.floor(amountCents / 3);
	return [0, 1, 2].map((at) => ({
		amount_cents: at === 0 ? amountCents - 2 * part : part,
		fees: at === 0 ? Math.ceil(amountCents / 100) : 0,
		payment_date: second && at > 0 ? monthsAfter(second, at - 1) : monthsAfter(created, at),
	}));
}

function monthsAfter(start: string, months: number): string {
	const [year, month, day] = start.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}
