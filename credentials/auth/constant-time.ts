import { timingSafeEqual } from 'node:crypto';

/**
 * Whether two texts are the same, in a time that does not tell where they differ. Their lengths are
 * no secret.
 */
export function equalInConstantTime(a: string, b: string): boolean {
	return equalBytes(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

/** The same for bytes. */
export function equalBytes(a: Buffer, b: Buffer): boolean {
	return a.length === b.length && timingSafeEqual(a, b);
}
