import { timingSafeEqual } from 'node:crypto';

/**
 * Whether two texts are the same, in a time that does not tell where they differ. Their lengths are
 * no secret.
 */
export function equalInConstantTime(a: string, b: string): boolean {
	const left = Buffer.from(a, 'utf8');
	const right = Buffer.from(b, 'utf8');
	return left.length === right.length && timingSafeEqual(left, right);
}
